import type { Bitmap } from './bitmap/bitmap'
import { eachBit, popcount } from './bitmap/popcount'
import type { Spans } from './spans'
import type { Tallies } from './tallies'
import { andWords, type WordBounds, type Words } from './words'

/**
 * Many sets of seats in a few typed arrays, laid out for counting. A set is kept in one of two forms:
 * - dense: the words from its first seat to its last, each with the number of seats before it, so that counting in a range
 *   takes two look-ups whatever the range's length. The set of a branch's theme day is a word or two;
 * - sparse, when it has fewer seats than words: the seats.
 */
export class SeatSets {
  readonly sizes: Uint32Array
  /** First word of a dense set, SPARSE for a sparse one. */
  private readonly base: Int32Array
  /** Set i is words (or seats) [at[i], at[i + 1]): the list that it does not use has the same bounds as before. */
  private readonly wordAt: Uint32Array
  private readonly seatAt: Uint32Array
  private readonly words: Uint32Array
  /** Seats of the set before each word. */
  private readonly before: Uint32Array
  private readonly seats: Uint32Array

  constructor(sets: readonly Bitmap[]) {
    const count = sets.length
    this.sizes = new Uint32Array(count)
    this.base = new Int32Array(count)
    this.wordAt = new Uint32Array(count + 1)
    this.seatAt = new Uint32Array(count + 1)
    sets.forEach((set, i) => {
      const [first, end] = set.wordBounds()
      const size = set.size
      const dense = end - first <= Math.max(size, SMALL)
      this.sizes[i] = size
      this.base[i] = dense ? first : SPARSE
      this.wordAt[i + 1] = (this.wordAt[i] as number) + (dense ? end - first : 0)
      this.seatAt[i + 1] = (this.seatAt[i] as number) + (dense ? 0 : size)
    })
    this.words = new Uint32Array(this.wordAt[count] as number)
    this.before = new Uint32Array(this.words.length)
    this.seats = new Uint32Array(this.seatAt[count] as number)
    sets.forEach((set, i) => {
      this.fill(i, set)
    })
  }

  private fill(i: number, set: Bitmap): void {
    if (this.base[i] === SPARSE) {
      this.seats.set(set.toArray(), this.seatAt[i])
      return
    }
    const at = this.wordAt[i] as number
    const end = this.wordAt[i + 1] as number
    set.orInto(this.words.subarray(at, end), this.base[i] as number)
    for (let k = at, seen = 0; k < end; k++) {
      this.before[k] = seen
      seen += popcount(this.words[k] as number)
    }
  }

  /** Words, [first, end), that a set touches. */
  bounds(i: number): WordBounds {
    const base = this.base[i] as number
    if (base !== SPARSE) return [base, base + (this.wordAt[i + 1] as number) - (this.wordAt[i] as number)]
    const last = (this.seatAt[i + 1] as number) - 1
    return [(this.seats[this.seatAt[i] as number] as number) >>> 5, ((this.seats[last] as number) >>> 5) + 1]
  }

  /** Adds a set's seats to plain words; what lies outside of these is left out. */
  orInto(i: number, { firstWord, words }: Words): void {
    const base = this.base[i] as number
    if (base === SPARSE) {
      for (let k = this.seatAt[i] as number; k < (this.seatAt[i + 1] as number); k++) {
        const seat = this.seats[k] as number
        const at = (seat >>> 5) - firstWord
        if (at >= 0 && at < words.length) words[at] = (words[at] as number) | (1 << (seat & 31))
      }
      return
    }
    const shift = (this.wordAt[i] as number) - base + firstWord
    const from = Math.max(base - firstWord, 0)
    const end = Math.min((this.wordAt[i + 1] as number) - shift, words.length)
    for (let k = from; k < end; k++) words[k] = (words[k] as number) | (this.words[k + shift] as number)
  }

  /** Adds to the tallies how many of a set's seats each span has; only of those `among`, when given. */
  count(i: number, spans: Spans, tallies: Tallies, among: Words | null = null): void {
    if (among) this.countAmong(i, spans, tallies, among)
    else if (this.base[i] === SPARSE) this.countSparse(i, spans, tallies)
    else this.countDense(i, spans, tallies)
  }

  private countDense(i: number, spans: Spans, tallies: Tallies): void {
    const base = this.base[i] as number
    const at = this.wordAt[i] as number
    const start = base * 32
    const end = start + ((this.wordAt[i + 1] as number) - at) * 32
    const { from, to, owner } = spans
    let edge = -1
    let seen = 0
    for (let s = spans.firstAt(base); s < from.length && (from[s] as number) < end; s++) {
      const low = from[s] as number
      const high = to[s] as number
      // neighbours share an edge, and so its count
      if (low !== edge) seen = low <= start ? 0 : this.rank(at, low - start)
      const until = high >= end ? (this.sizes[i] as number) : this.rank(at, high - start)
      tallies.add(owner[s] as number, until - seen)
      edge = high
      seen = until
    }
  }

  private rank(at: number, position: number): number {
    const k = at + (position >>> 5)
    return (this.before[k] as number) + popcount((this.words[k] as number) & ((1 << (position & 31)) - 1))
  }

  private countSparse(i: number, spans: Spans, tallies: Tallies): void {
    const end = this.seatAt[i + 1] as number
    let k = this.seatAt[i] as number
    while (k < end) {
      const seat = this.seats[k] as number
      let s = spans.firstAt(seat >>> 5)
      while (s < spans.length && (spans.to[s] as number) <= seat) s++
      if (s === spans.length) return
      const first = this.seek(k, end, spans.from[s] as number)
      k = this.seek(first, end, spans.to[s] as number)
      tallies.add(spans.owner[s] as number, k - first)
    }
  }

  /** Seat by seat: for masks that leave few. */
  private countAmong(i: number, spans: Spans, tallies: Tallies, among: Words): void {
    const [first, end] = this.bounds(i)
    const set: Words = { firstWord: first, words: new Uint32Array(end - first) }
    this.orInto(i, set)
    andWords(set, among)
    eachBit(set.words, first * 32, (seat) => {
      const owner = spans.ownerOf(seat)
      if (owner >= 0) tallies.add(owner, 1)
    })
  }

  /** The first of the seats [from, end) that is at least `seat`. */
  private seek(from: number, end: number, seat: number): number {
    let low = from
    let high = end
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.seats[middle] as number) < seat) low = middle + 1
      else high = middle
    }
    return low
  }
}

const SPARSE = -1
/** Up to this many words a set is dense, however few its seats. */
const SMALL = 4
