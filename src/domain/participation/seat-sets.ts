import { eachBitOf, popcount } from './bitmap/popcount'
import type { Spans } from './spans'
import type { Tallies } from './tallies'
import { hasSeat, type WordBounds, type Words } from './words'

/** What a set of seats can be packed from: a Bitmap, or anything that can do this much. */
export interface SeatSource {
  readonly size: number
  wordBounds(): WordBounds
  orInto(words: Uint32Array, firstWord: number): void
  forEach(visit: (seat: number) => void): void
}

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
  /** Set i is the words (or seats) [at[i], at[i + 1]); of the list that it does not use it has none. */
  private readonly wordsAt: Uint32Array
  private readonly seatsAt: Uint32Array
  private readonly words: Uint32Array
  /** Seats of the set before each word. */
  private readonly before: Uint32Array
  private readonly seats: Uint32Array

  constructor(sets: readonly SeatSource[]) {
    const count = sets.length
    this.sizes = new Uint32Array(count)
    this.base = new Int32Array(count)
    this.wordsAt = new Uint32Array(count + 1)
    this.seatsAt = new Uint32Array(count + 1)
    sets.forEach((set, i) => {
      const [first, end] = set.wordBounds()
      const size = set.size
      const dense = end - first <= Math.max(size, SMALL)
      this.sizes[i] = size
      this.base[i] = dense ? first : SPARSE
      this.wordsAt[i + 1] = (this.wordsAt[i] as number) + (dense ? end - first : 0)
      this.seatsAt[i + 1] = (this.seatsAt[i] as number) + (dense ? 0 : size)
    })
    this.words = new Uint32Array(this.wordsAt[count] as number)
    this.before = new Uint32Array(this.words.length)
    this.seats = new Uint32Array(this.seatsAt[count] as number)
    sets.forEach((set, i) => {
      this.fill(i, set)
    })
  }

  private fill(i: number, set: SeatSource): void {
    if (this.base[i] === SPARSE) {
      let next = this.seatsAt[i] as number
      set.forEach((seat) => {
        this.seats[next++] = seat
      })
      return
    }
    const at = this.wordsAt[i] as number
    const end = this.wordsAt[i + 1] as number
    set.orInto(this.words, (this.base[i] as number) - at)
    for (let k = at, seen = 0; k < end; k++) {
      this.before[k] = seen
      seen += popcount(this.words[k] as number)
    }
  }

  /** A word of a set, by its position among all words. */
  wordAt(i: number, word: number): number {
    const base = this.base[i] as number
    if (base === SPARSE) return this.sparseWordAt(i, word)
    const k = (this.wordsAt[i] as number) + word - base
    return word < base || k >= (this.wordsAt[i + 1] as number) ? 0 : (this.words[k] as number)
  }

  private sparseWordAt(i: number, word: number): number {
    const end = this.seatsAt[i + 1] as number
    let bits = 0
    let k = this.seek(this.seatsAt[i] as number, end, word * 32)
    for (; k < end && (this.seats[k] as number) >>> 5 === word; k++) bits |= 1 << ((this.seats[k] as number) & 31)
    return bits
  }

  /** Words, [first, end), that a set touches. */
  bounds(i: number): WordBounds {
    const base = this.base[i] as number
    if (base !== SPARSE) return [base, base + (this.wordsAt[i + 1] as number) - (this.wordsAt[i] as number)]
    const last = (this.seatsAt[i + 1] as number) - 1
    return [(this.seats[this.seatsAt[i] as number] as number) >>> 5, ((this.seats[last] as number) >>> 5) + 1]
  }

  /** Adds a set's seats to plain words; what lies outside of these is left out. */
  orInto(i: number, { firstWord, words }: Words): void {
    const base = this.base[i] as number
    if (base === SPARSE) {
      for (let k = this.seatsAt[i] as number; k < (this.seatsAt[i + 1] as number); k++) {
        const seat = this.seats[k] as number
        const at = (seat >>> 5) - firstWord
        if (at >= 0 && at < words.length) words[at] = (words[at] as number) | (1 << (seat & 31))
      }
      return
    }
    const shift = (this.wordsAt[i] as number) - base + firstWord
    const from = Math.max(base - firstWord, 0)
    const end = Math.min((this.wordsAt[i + 1] as number) - shift, words.length)
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
    const at = this.wordsAt[i] as number
    const start = base * 32
    const end = start + ((this.wordsAt[i + 1] as number) - at) * 32
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
    const { seats } = this
    const { from, to, owner } = spans
    const end = this.seatsAt[i + 1] as number
    const last = seats[end - 1] as number
    let k = this.seatsAt[i] as number
    let s = spans.firstAt((seats[k] as number) >>> 5)
    while (k < end && s < from.length) {
      const low = from[s] as number
      const high = to[s] as number
      if ((seats[k] as number) < low) k = this.seek(k, end, low)
      const first = k
      if (last < high) k = end
      else while ((seats[k] as number) < high) k++
      if (k > first) tallies.add(owner[s] as number, k - first)
      // the next seat may be many spans away
      if (k < end) s = Math.max(s + 1, spans.firstAt((seats[k] as number) >>> 5))
    }
  }

  /** Seat by seat: for masks that leave few. */
  private countAmong(i: number, spans: Spans, tallies: Tallies, among: Words): void {
    const add = (seat: number): void => {
      const owner = spans.ownerOf(seat)
      if (owner >= 0) tallies.add(owner, 1)
    }
    const base = this.base[i] as number
    if (base === SPARSE) {
      for (let k = this.seatsAt[i] as number; k < (this.seatsAt[i + 1] as number); k++) {
        const seat = this.seats[k] as number
        if (hasSeat(among, seat)) add(seat)
      }
      return
    }
    const at = this.wordsAt[i] as number
    const end = this.wordsAt[i + 1] as number
    for (let k = at; k < end; k++) {
      const word = base + k - at
      const bits = (this.words[k] as number) & (among.words[word - among.firstWord] ?? 0)
      if (bits !== 0) eachBitOf(bits, word * 32, add)
    }
  }

  /** The first of the seats [from, end) that is at least `seat`; looks near `from` first, for the next span is near. */
  private seek(from: number, end: number, seat: number): number {
    let low = from
    let step = 1
    while (low + step <= end && (this.seats[low + step - 1] as number) < seat) {
      low += step
      step *= 2
    }
    let high = Math.min(low + step - 1, end)
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
