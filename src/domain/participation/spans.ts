import type { Ranges } from './ranges'

/**
 * The ranges of many organisations that share no seat, as one sorted list: span i is [from[i], to[i]) and belongs to
 * organisation owner[i]. One walk over a set of seats then counts for all of them.
 */
export class Spans {
  readonly from: Uint32Array
  readonly to: Uint32Array
  readonly owner: Uint32Array
  /** How many organisations there are. */
  readonly owners: number
  /** Words of 32 seats, [firstWord, endWord), that the spans touch. */
  readonly firstWord: number
  readonly endWord: number
  /** For each of these words, the first span that ends after the word's first seat. */
  private readonly firstOfWord: Uint32Array

  /** Throws RangeError when two organisations share a seat: their figures could not be told apart. */
  constructor(lists: readonly Ranges[]) {
    this.owners = lists.length
    const spans = lists
      .flatMap((ranges, owner) => ranges.map(([from, to]) => ({ from, to, owner })))
      .sort((a, b) => a.from - b.from)
    spans.forEach((span, i) => {
      const next = spans[i + 1]
      if (next && next.from < span.to) throw new RangeError(`seat ${next.from} is in two organisations`)
    })
    this.from = Uint32Array.from(spans, (span) => span.from)
    this.to = Uint32Array.from(spans, (span) => span.to)
    this.owner = Uint32Array.from(spans, (span) => span.owner)
    this.firstWord = (this.from[0] ?? 0) >>> 5
    this.endWord = ((this.to[spans.length - 1] ?? 0) + 31) >>> 5
    this.firstOfWord = new Uint32Array(this.endWord - this.firstWord)
    for (let i = 0, span = 0; i < this.firstOfWord.length; i++) {
      while ((this.to[span] as number) <= (this.firstWord + i) * 32) span++
      this.firstOfWord[i] = span
    }
  }

  get length(): number {
    return this.from.length
  }

  /** The first span that ends after the first seat of a word; `length` when there is none. */
  firstAt(word: number): number {
    if (word < this.firstWord) return 0
    return word < this.endWord ? (this.firstOfWord[word - this.firstWord] as number) : this.from.length
  }

  /** Whose seat it is; -1 for nobody's. */
  ownerOf(seat: number): number {
    for (let s = this.firstAt(seat >>> 5); s < this.from.length && (this.from[s] as number) <= seat; s++) {
      if (seat < (this.to[s] as number)) return this.owner[s] as number
    }
    return -1
  }
}
