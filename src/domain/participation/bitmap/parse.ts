import { ARRAY_LIMIT, BLOCK, type Container } from './container'
import { countBits } from './popcount'
import { BITS_BYTES, COOKIE_NO_RUNS, COOKIE_RUNS, OFFSETS_FROM } from './serialize'

function fail(why: string): never {
  throw new Error(`not a Roaring bitmap: ${why}`)
}

/** Reads numbers one after the other and fails, rather than reads beyond the end. */
class Reader {
  at = 0
  private readonly view: DataView

  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  /** Begins a piece of `length` bytes; answers with its position. */
  take(length: number): number {
    const from = this.at
    if (from + length > this.view.byteLength) fail('the bytes end too early')
    this.at += length
    return from
  }

  byte(): number {
    return this.view.getUint8(this.take(1))
  }

  short(): number {
    return this.view.getUint16(this.take(2), true)
  }

  word(): number {
    return this.view.getUint32(this.take(4), true)
  }

  shorts(count: number): Uint16Array {
    const from = this.take(count * 2)
    const shorts = new Uint16Array(count)
    for (let i = 0; i < count; i++) shorts[i] = this.view.getUint16(from + i * 2, true)
    return shorts
  }

  words(count: number): Uint32Array {
    const from = this.take(count * 4)
    const words = new Uint32Array(count)
    for (let i = 0; i < count; i++) words[i] = this.view.getUint32(from + i * 4, true)
    return words
  }

  get left(): number {
    return this.view.byteLength - this.at
  }
}

function readRuns(reader: Reader, size: number): Container {
  const runs = reader.shorts(reader.short() * 2)
  let total = 0
  let next = 0
  for (let i = 0; i < runs.length; i += 2) {
    const start = runs[i] as number
    const length = (runs[i + 1] as number) + 1
    if (start < next) fail('runs overlap')
    next = start + length
    if (next > BLOCK) fail('a run leaves its container')
    total += length
  }
  if (total !== size) fail('runs do not add up to the count')
  return { type: 'runs', size, runs }
}

function readContainer(reader: Reader, size: number, isRuns: boolean): Container {
  if (isRuns) return readRuns(reader, size)
  if (size > ARRAY_LIMIT) {
    // 64-bit little-endian words are pairs of 32-bit ones, the lower first
    const words = reader.words(BITS_BYTES / 4)
    if (countBits(words, 0, BLOCK) !== size) fail('bits do not add up to the count')
    return { type: 'bits', size, words }
  }
  const values = reader.shorts(size)
  for (let i = 1; i < size; i++) if ((values[i] as number) <= (values[i - 1] as number)) fail('numbers do not ascend')
  return { type: 'array', size, values }
}

/**
 * Reads the portable format (RoaringFormatSpec, both cookies) into containers with their keys, ascending. Everything that the
 * format states twice is compared (counts, offsets, order, length), so that torn or foreign bytes fail with an Error and never
 * give another set.
 */
export function parse(bytes: Uint8Array): [key: number, container: Container][] {
  const reader = new Reader(bytes)
  const cookie = reader.word()
  const withRuns = (cookie & 0xffff) === COOKIE_RUNS
  if (!withRuns && cookie !== COOKIE_NO_RUNS) fail(`unknown cookie ${cookie}`)
  const count = withRuns ? (cookie >>> 16) + 1 : reader.word()
  if (count > BLOCK) fail('too many containers')
  const flags = Array.from({ length: withRuns ? (count + 7) >>> 3 : 0 }, () => reader.byte())
  const heads = reader.shorts(count * 2)
  const withOffsets = !withRuns || count >= OFFSETS_FROM
  const offsets = withOffsets ? reader.words(count) : null
  const result: [number, Container][] = []
  for (let i = 0; i < count; i++) {
    const key = heads[2 * i] as number
    if (i > 0 && key <= (heads[2 * i - 2] as number)) fail('keys do not ascend')
    if (offsets && offsets[i] !== reader.at) fail('an offset is wrong')
    const isRuns = ((flags[i >>> 3] ?? 0) >>> (i & 7)) & 1
    result.push([key, readContainer(reader, (heads[2 * i + 1] as number) + 1, isRuns === 1)])
  }
  if (reader.left > 0) fail('there are bytes left over')
  return result
}
