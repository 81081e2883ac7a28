import { eachBitOf, popcount } from './bitmap/popcount'
import type { SeatSets, SeatSource } from './seat-sets'
import type { WordBounds } from './words'

/** Those who are in both of two sets, without anything being stored for them. */
export class Common implements SeatSource {
  readonly size: number
  private readonly first: number
  private readonly end: number

  constructor(
    private readonly a: SeatSets,
    private readonly b: SeatSets,
    private readonly i: number,
  ) {
    const [firstA, endA] = a.bounds(i)
    const [firstB, endB] = b.bounds(i)
    this.first = Math.max(firstA, firstB)
    this.end = Math.max(Math.min(endA, endB), this.first)
    let size = 0
    for (let word = this.first; word < this.end; word++) size += popcount(this.at(word))
    this.size = size
  }

  private at(word: number): number {
    return this.a.wordAt(this.i, word) & this.b.wordAt(this.i, word)
  }

  wordBounds(): WordBounds {
    return this.size === 0 ? [0, 0] : [this.first, this.end]
  }

  orInto(words: Uint32Array, firstWord: number): void {
    for (let word = this.first; word < this.end; word++) {
      words[word - firstWord] = (words[word - firstWord] as number) | this.at(word)
    }
  }

  forEach(visit: (seat: number) => void): void {
    for (let word = this.first; word < this.end; word++) {
      eachBitOf(this.at(word), word * 32, visit)
    }
  }
}

/** The sets of those who are in a set of `a` and in the same one of `b`. */
export const commonSets = (a: SeatSets, b: SeatSets): SeatSource[] => Array.from(a.sizes, (_, i) => new Common(a, b, i))
