import { ARRAY_LIMIT, BLOCK, BLOCK_WORDS, type Container } from './container'
import { popcount } from './popcount'
import { BITS_BYTES, COOKIE_NO_RUNS, COOKIE_RUNS, OFFSETS_FROM } from './serialize'

function fail(why: string): never {
  throw new Error(`not a Roaring bitmap: ${why}`)
}

export const shortAt = (bytes: Uint8Array, at: number): number =>
  (bytes[at] as number) | ((bytes[at + 1] as number) << 8)

/** Of a bit set: 64-bit little-endian words are pairs of 32-bit ones, the lower first. */
export const wordAt = (bytes: Uint8Array, at: number): number =>
  (shortAt(bytes, at) | (shortAt(bytes, at + 2) << 16)) >>> 0

/** A container within its bytes: numbers, pairs of start and length minus one, or words begin at `at`. */
export interface EncodedContainer {
  readonly key: number
  readonly type: Container['type']
  readonly at: number
  readonly size: number
  /** How many shorts (or, of a bit set, words) there are. */
  readonly length: number
}

function checkArray(bytes: Uint8Array, at: number, size: number): void {
  for (let i = 1; i < size; i++) {
    if (shortAt(bytes, at + i * 2) <= shortAt(bytes, at + i * 2 - 2)) fail('numbers do not ascend')
  }
}

function checkRuns(bytes: Uint8Array, at: number, count: number, size: number): void {
  let total = 0
  let next = 0
  for (let i = 0; i < count; i++) {
    const start = shortAt(bytes, at + i * 4)
    const length = shortAt(bytes, at + i * 4 + 2) + 1
    if (start < next) fail('runs overlap')
    next = start + length
    if (next > BLOCK) fail('a run leaves its container')
    total += length
  }
  if (total !== size) fail('runs do not add up to the count')
}

function checkBits(bytes: Uint8Array, at: number, size: number): void {
  let total = 0
  for (let i = 0; i < BLOCK_WORDS; i++) total += popcount(wordAt(bytes, at + i * 4))
  if (total !== size) fail('bits do not add up to the count')
}

/**
 * Reads bytes [from, end) in the portable format (RoaringFormatSpec, both cookies) and answers with their containers, keys
 * ascending. Everything that the format states twice is compared (counts, offsets, order, length), so that torn or foreign
 * bytes fail with an Error and never give another set.
 */
export function parse(bytes: Uint8Array, from = 0, end = bytes.length): EncodedContainer[] {
  let next = from
  const take = (length: number): number => {
    if (next + length > end) fail('the bytes end too early')
    next += length
    return next - length
  }
  const cookie = wordAt(bytes, take(4))
  const withRuns = (cookie & 0xffff) === COOKIE_RUNS
  if (!withRuns && cookie !== COOKIE_NO_RUNS) fail(`unknown cookie ${cookie}`)
  const count = withRuns ? (cookie >>> 16) + 1 : wordAt(bytes, take(4))
  if (count > BLOCK) fail('too many containers')
  const flags = take(withRuns ? (count + 7) >>> 3 : 0)
  const heads = take(count * 4)
  const withOffsets = !withRuns || count >= OFFSETS_FROM
  const offsets = take(withOffsets ? count * 4 : 0)
  const containers: EncodedContainer[] = []
  for (let i = 0, last = -1; i < count; i++) {
    const key = shortAt(bytes, heads + i * 4)
    const size = shortAt(bytes, heads + i * 4 + 2) + 1
    if (key <= last) fail('keys do not ascend')
    last = key
    if (withOffsets && wordAt(bytes, offsets + i * 4) !== next - from) fail('an offset is wrong')
    if (withRuns && (((bytes[flags + (i >>> 3)] as number) >>> (i & 7)) & 1) === 1) {
      const runs = shortAt(bytes, take(2))
      const at = take(runs * 4)
      checkRuns(bytes, at, runs, size)
      containers.push({ key, type: 'runs', at, size, length: runs * 2 })
    } else if (size > ARRAY_LIMIT) {
      const at = take(BITS_BYTES)
      checkBits(bytes, at, size)
      containers.push({ key, type: 'bits', at, size, length: BLOCK_WORDS })
    } else {
      const at = take(size * 2)
      checkArray(bytes, at, size)
      containers.push({ key, type: 'array', at, size, length: size })
    }
  }
  if (next < end) fail('there are bytes left over')
  return containers
}

/** A container of its own, out of the bytes. */
export function readContainer(bytes: Uint8Array, { type, at, size, length }: EncodedContainer): Container {
  if (type === 'bits') {
    const words = new Uint32Array(length)
    for (let i = 0; i < length; i++) words[i] = wordAt(bytes, at + i * 4)
    return { type, size, words }
  }
  const shorts = new Uint16Array(length)
  for (let i = 0; i < length; i++) shorts[i] = shortAt(bytes, at + i * 2)
  return type === 'array' ? { type, size, values: shorts } : { type, size, runs: shorts }
}
