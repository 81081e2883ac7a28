import type { Range, Ranges } from './ranges'

/** Ranges with the organisation to which they belong, ascending; those of organisations in the order of the tree are already. */
function inOrder(lists: readonly Ranges[]): (readonly [range: Range, owner: number])[] {
  const all = lists.flatMap((ranges, owner) => ranges.map((range) => [range, owner] as const))
  const isSorted = all.every(([range], i) => i === 0 || range[0] >= (all[i - 1]?.[0][0] ?? 0))
  return isSorted ? all : all.sort(([a], [b]) => a[0] - b[0])
}

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
  private bySeat: Int32Array | null = null
  /** For each of these words, the first span that ends after the word's first seat. */
  private readonly firstOfWord: Uint32Array

  /** Throws RangeError when two organisations share a seat: their figures could not be told apart. */
  constructor(lists: readonly Ranges[]) {
    this.owners = lists.length
    const count = lists.reduce((sum, ranges) => sum + ranges.length, 0)
    this.from = new Uint32Array(count)
    this.to = new Uint32Array(count)
    this.owner = new Uint32Array(count)
    let i = 0
    for (const [range, owner] of inOrder(lists)) {
      if (i > 0 && range[0] < (this.to[i - 1] as number))
        throw new RangeError(`seat ${range[0]} is in two organisations`)
      this.from[i] = range[0]
      this.to[i] = range[1]
      this.owner[i++] = owner
    }
    this.firstWord = (this.from[0] ?? 0) >>> 5
    this.endWord = ((this.to[count - 1] ?? 0) + 31) >>> 5
    this.firstOfWord = new Uint32Array(this.endWord - this.firstWord)
    for (let word = 0, span = 0; word < this.firstOfWord.length; word++) {
      while ((this.to[span] as number) <= (this.firstWord + word) * 32) span++
      this.firstOfWord[word] = span
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

  /** Per seat up to the last one: its span, or -1. Made when it is first needed: it pays when many seats are asked about. */
  get spanOf(): Int32Array {
    if (!this.bySeat) {
      this.bySeat = new Int32Array(this.endWord * 32).fill(-1)
      for (let s = 0; s < this.from.length; s++) this.bySeat.fill(s, this.from[s], this.to[s])
    }
    return this.bySeat
  }

  /** Whose seat it is; -1 for nobody's. */
  ownerOf(seat: number): number {
    for (let s = this.firstAt(seat >>> 5); s < this.from.length && (this.from[s] as number) <= seat; s++) {
      if (seat < (this.to[s] as number)) return this.owner[s] as number
    }
    return -1
  }
}
