import type { Ranges } from '../ranges'
import { fromBase64, toBase64 } from './base64'
import { BLOCK, BLOCK_WORDS, type Container, eachLow, fromValues, has, rank } from './container'
import { cloneContainer, orInto, sameContainer, select } from './container-ops'
import { lowBounds, orWords } from './container-words'
import { parse, readContainer } from './parse'
import { serialize } from './serialize'

function check(value: number): void {
  if (value >>> 0 !== value) throw new RangeError(`not a 32-bit unsigned integer: ${value}`)
}

/**
 * A set of 32-bit unsigned integers (here: seats) as a Roaring bitmap. `add` and `addAll` change it; everything else leaves
 * both operands as they are and answers with a new one.
 */
export class Bitmap {
  /** Container i holds the numbers whose upper 16 bits are keys[i]; keys ascend; no container is empty. */
  private readonly keys: number[] = []
  private readonly containers: Container[] = []

  /** Numbers in any order, duplicates allowed. Throws RangeError for what is no 32-bit unsigned integer. */
  static from(numbers: Iterable<number>): Bitmap {
    const list = [...new Set(numbers)]
    list.forEach(check)
    return Bitmap.fromSorted(Uint32Array.from(list).sort())
  }

  /** Strictly ascending numbers; throws RangeError when they are not. */
  static fromSorted(numbers: ArrayLike<number>): Bitmap {
    const bitmap = new Bitmap()
    for (let start = 0, end = 0; start < numbers.length; start = end) {
      const key = (numbers[start] as number) >>> 16
      for (; end < numbers.length && (numbers[end] as number) >>> 16 === key; end++) {
        check(numbers[end] as number)
        if (end > 0 && (numbers[end] as number) <= (numbers[end - 1] as number)) throw new RangeError('must ascend')
      }
      const lows = new Uint16Array(end - start)
      for (let i = start; i < end; i++) lows[i - start] = (numbers[i] as number) & 0xffff
      bitmap.merge(key, fromValues(lows))
    }
    return bitmap
  }

  /** Every number of the ranges. Throws RangeError beyond 32 bits. */
  static fromRanges(ranges: Ranges): Bitmap {
    const bitmap = new Bitmap()
    for (const [from, to] of ranges) {
      if (from === to) continue
      check(from)
      check(to - 1)
      for (let at = from, end = from; at < to; at = end) {
        const key = Math.floor(at / BLOCK)
        end = Math.min(to, (key + 1) * BLOCK)
        bitmap.merge(key, { type: 'runs', size: end - at, runs: Uint16Array.of(at % BLOCK, end - at - 1) })
      }
    }
    return bitmap
  }

  /** Reads the portable Roaring format. Throws Error for anything torn or inconsistent. */
  static fromBytes(bytes: Uint8Array): Bitmap {
    const bitmap = new Bitmap()
    for (const container of parse(bytes)) {
      bitmap.keys.push(container.key)
      bitmap.containers.push(readContainer(bytes, container))
    }
    return bitmap
  }

  static fromBase64(text: string): Bitmap {
    return Bitmap.fromBytes(fromBase64(text))
  }

  /** The portable Roaring format, each container in its smallest form: equal sets give equal bytes. */
  toBytes(): Uint8Array {
    return serialize(this.keys, this.containers)
  }

  toBase64(): string {
    return toBase64(this.toBytes())
  }

  get size(): number {
    return this.containers.reduce((sum, container) => sum + container.size, 0)
  }

  get isEmpty(): boolean {
    return this.keys.length === 0
  }

  has(value: number): boolean {
    check(value)
    const i = this.position(value >>> 16)
    return this.keys[i] === value >>> 16 && has(this.containers[i] as Container, value & 0xffff)
  }

  /** Adds a number; false when it was there already. */
  add(value: number): boolean {
    if (this.has(value)) return false
    this.merge(value >>> 16, fromValues(Uint16Array.of(value & 0xffff)))
    return true
  }

  /** Union in place. */
  addAll(other: Bitmap): this {
    other.keys.forEach((key, i) => {
      this.merge(key, cloneContainer(other.containers[i] as Container))
    })
    return this
  }

  or(other: Bitmap): Bitmap {
    return new Bitmap().addAll(this).addAll(other)
  }

  and(other: Bitmap): Bitmap {
    return this.select(other, true)
  }

  andNot(other: Bitmap): Bitmap {
    return this.select(other, false)
  }

  /** Those within the ranges. */
  clip(ranges: Ranges): Bitmap {
    return this.and(Bitmap.fromRanges(ranges))
  }

  /** How many numbers lie in [from, toExclusive). */
  rangeSize(from: number, toExclusive: number): number {
    let count = 0
    for (let i = this.position(from >>> 16); i < this.keys.length; i++) {
      const base = (this.keys[i] as number) * BLOCK
      if (base >= toExclusive) break
      const container = this.containers[i] as Container
      count += rank(container, toExclusive - base) - rank(container, Math.max(from - base, 0))
    }
    return count
  }

  /** How many numbers lie in the ranges. */
  countIn(ranges: Ranges): number {
    return ranges.reduce((sum, [from, to]) => sum + this.rangeSize(from, to), 0)
  }

  /** Calls `visit` with every number, ascending. */
  forEach(visit: (value: number) => void): void {
    this.keys.forEach((key, i) => {
      eachLow(this.containers[i] as Container, (low) => visit(key * BLOCK + low))
    })
  }

  /** All numbers, ascending. */
  toArray(): number[] {
    const numbers: number[] = []
    this.forEach((value) => {
      numbers.push(value)
    })
    return numbers
  }

  /** Words of 32 numbers, [first, end), outside of which there is no number. */
  wordBounds(): readonly [first: number, end: number] {
    const last = this.keys.length - 1
    if (last < 0) return [0, 0]
    const [low] = lowBounds(this.containers[0] as Container)
    const [, high] = lowBounds(this.containers[last] as Container)
    return [
      (this.keys[0] as number) * BLOCK_WORDS + (low >>> 5),
      (this.keys[last] as number) * BLOCK_WORDS + (high >>> 5) + 1,
    ]
  }

  /** Sets the bits of the numbers in `words`, whose first word stands for the numbers from `firstWord * 32` on; leaves out others. */
  orInto(words: Uint32Array, firstWord: number): void {
    this.keys.forEach((key, i) => {
      orWords(this.containers[i] as Container, words, key * BLOCK_WORDS - firstWord)
    })
  }

  equals(other: Bitmap): boolean {
    return (
      this.keys.length === other.keys.length &&
      this.keys.every((key, i) => key === other.keys[i]) &&
      this.containers.every((container, i) => sameContainer(container, other.containers[i] as Container))
    )
  }

  /** The index of the first key that is at least `key`. */
  private position(key: number): number {
    let low = 0
    let high = this.keys.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.keys[middle] as number) < key) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Takes a container over into the union. */
  private merge(key: number, container: Container): void {
    const i = this.position(key)
    if (this.keys[i] === key) {
      this.containers[i] = orInto(this.containers[i] as Container, container)
    } else {
      this.keys.splice(i, 0, key)
      this.containers.splice(i, 0, container)
    }
  }

  private select(other: Bitmap, keep: boolean): Bitmap {
    const result = new Bitmap()
    this.keys.forEach((key, i) => {
      const container = this.containers[i] as Container
      const j = other.position(key)
      const there = other.keys[j] === key
      if (!there && keep) return
      const chosen = there ? select(container, other.containers[j] as Container, keep) : cloneContainer(container)
      if (chosen.size > 0) result.merge(key, chosen)
    })
    return result
  }
}
