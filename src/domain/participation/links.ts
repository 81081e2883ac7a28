import { linksOf, type RosterBlock } from './roster'
import type { Spans } from './spans'
import { hasSeat, type Words } from './words'

/**
 * Seats of people who have had several: whoever was transferred sits elsewhere, and what they did before stays where they sat.
 * With these, a member who took part on two seats is one person at every level that has both.
 */
export class Links {
  static readonly none = new Links([])
  /** After the last seat of theirs. */
  readonly end: number
  private bySeat: { readonly mask: Words; readonly seats: ReadonlyMap<number, readonly number[]> } | null = null

  /** The seats of each such person, at least two. */
  constructor(readonly people: readonly (readonly number[])[]) {
    this.end = people.reduce((end, seats) => seats.reduce((most, seat) => Math.max(most, seat + 1), end), 0)
  }

  /** Of all blocks of the roster. */
  static of(blocks: readonly RosterBlock[]): Links {
    const byFirst = new Map<number, number[]>()
    for (const block of blocks) {
      const links = linksOf(block)
      for (let i = 0; i < links.length; i += 2) {
        const seat = links[i] as number
        const first = links[i + 1] as number
        const seats = byFirst.get(first)
        if (seats) seats.push(seat)
        else byFirst.set(first, [first, seat])
      }
    }
    return byFirst.size === 0 ? Links.none : new Links([...byFirst.values()])
  }

  /**
   * How many of the counted seats are too many, because their people were counted on another seat already: of each owner of the
   * spans, taken off `each`; the answer is how many there are more, when all owners are looked at together.
   */
  takeOff(union: Words, spans: Spans, each: Uint32Array): number {
    let twice = 0
    for (const seats of this.people) {
      const owners: number[] = []
      for (const seat of seats) {
        if (!hasSeat(union, seat)) continue
        const owner = spans.ownerOf(seat)
        if (owner < 0) continue
        if (owners.includes(owner)) each[owner] = (each[owner] as number) - 1
        else owners.push(owner)
      }
      twice += Math.max(owners.length - 1, 0)
    }
    return twice
  }

  /** All seats of the person who has this one, when they have several; null for everyone else. */
  seatsOf(seat: number): readonly number[] | null {
    if (!this.bySeat) {
      const mask = { firstWord: 0, words: new Uint32Array((this.end + 31) >>> 5) }
      const seats = new Map<number, readonly number[]>()
      for (const own of this.people) {
        for (const one of own) {
          seats.set(one, own)
          mask.words[one >>> 5] = (mask.words[one >>> 5] as number) | (1 << (one & 31))
        }
      }
      this.bySeat = { mask, seats }
    }
    // nearly everyone has one seat: a bit says so
    return hasSeat(this.bySeat.mask, seat) ? (this.bySeat.seats.get(seat) ?? null) : null
  }

  /** A set with all seats of everyone who has one of them in it. */
  spread(set: Words): Words {
    const words = new Uint32Array(Math.max(set.firstWord + set.words.length, (this.end + 31) >>> 5))
    words.set(set.words, set.firstWord)
    for (const seats of this.people) {
      if (!seats.some((seat) => hasSeat(set, seat))) continue
      for (const seat of seats) words[seat >>> 5] = (words[seat >>> 5] as number) | (1 << (seat & 31))
    }
    return { firstWord: 0, words }
  }
}
