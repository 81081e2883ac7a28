import type { LowLists } from './packed/low-lists'
import type { Spans } from './spans'
import type { Words } from './words'

/** Times per seat are counted here, then written down in as little memory as they need. */
const scratch = new Uint16Array(65_536)

/**
 * How often each seat of a block occurs in some lists: how many activities its member took part in. Counting in a range then takes
 * two look-ups, however many activities and members there are; and the seats that occur at all are the union of the lists.
 */
export class Counters {
  /** The union, as words of 32 seats from the block's first on. */
  readonly words: Uint32Array
  private readonly counts: Uint8Array | Uint16Array
  /** Per word: the sum of the counts before it. */
  private readonly before: Uint32Array

  /**
   * @param base the block's first seat
   * @param words how many words of 32 seats the block needs
   * @param fill calls `add` with lists of lows: items [from, to) of `lows`
   */
  constructor(
    readonly base: number,
    words: number,
    fill: (add: (lows: Uint16Array, from: number, to: number) => void) => void,
  ) {
    const seats = words * 32
    const counts = scratch.subarray(0, seats).fill(0)
    fill((lows, from, to) => {
      for (let i = from; i < to; i++) {
        const low = lows[i] as number
        counts[low] = (counts[low] as number) + 1
      }
    })
    this.words = new Uint32Array(words)
    this.before = new Uint32Array(words + 1)
    let sum = 0
    let most = 0
    for (let word = 0, low = 0; word < words; word++) {
      let bits = 0
      for (let bit = 0; bit < 32; bit++, low++) {
        const count = counts[low] as number
        if (count === 0) continue
        sum += count
        bits |= 1 << bit
        if (count > most) most = count
      }
      this.words[word] = bits
      this.before[word + 1] = sum
    }
    this.counts = most < 256 ? Uint8Array.from(counts) : counts.slice()
  }

  /** Of the whole lists. */
  static ofAll(base: number, words: number, { lows }: LowLists): Counters {
    return new Counters(base, words, (add) => add(lows, 0, lows.length))
  }

  get union(): Words {
    return { firstWord: this.base >>> 5, words: this.words }
  }

  /** The sum of the counts of the block's seats below `low`. */
  private rank(low: number): number {
    const word = low >>> 5
    let sum = this.before[word] as number
    for (let i = word << 5; i < low; i++) sum += this.counts[i] as number
    return sum
  }

  /** Adds the counts of each span's seats to its owner's. */
  addTo(totals: Uint32Array, spans: Spans): void {
    const { base } = this
    const end = base + this.words.length * 32
    const { from, to, owner } = spans
    let edge = -1
    let seen = 0
    for (let s = spans.firstAt(base >>> 5); s < spans.length && (from[s] as number) < end; s++) {
      const low = from[s] as number
      const high = to[s] as number
      // neighbours share an edge, and so its sum
      if (low !== edge) seen = this.rank(Math.max(low - base, 0))
      const until = this.rank(Math.min(high, end) - base)
      totals[owner[s] as number] = (totals[owner[s] as number] as number) + until - seen
      edge = high
      seen = until
    }
  }

  /** The same, of some seats only. */
  addMaskedTo(totals: Uint32Array, spans: Spans, among: Words): void {
    const { base, counts, words } = this
    const { spanOf, owner } = spans
    const firstWord = base >>> 5
    const end = Math.min(words.length, spans.endWord - firstWord)
    for (let word = Math.max(spans.firstWord - firstWord, 0); word < end; word++) {
      let rest = (words[word] as number) & (among.words[firstWord + word - among.firstWord] ?? 0)
      for (; rest !== 0; rest &= rest - 1) {
        const low = word * 32 + 31 - Math.clz32(rest & -rest)
        const span = spanOf[base + low] as number
        if (span < 0) continue
        const of = owner[span] as number
        totals[of] = (totals[of] as number) + (counts[low] as number)
      }
    }
  }
}
