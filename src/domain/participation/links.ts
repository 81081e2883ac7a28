import type { RosterBlock } from './roster'
import type { Spans } from './spans'
import { hasSeat, type Words } from './words'

/**
 * Seats of people who have had several: whoever was transferred sits elsewhere, and what they did before stays where they sat.
 * With these, a member who took part on two seats is one person at every level that has both.
 */
export class Links {
  static readonly none = new Links([])

  /** The seats of each such person, at least two. */
  constructor(readonly people: readonly (readonly number[])[]) {}

  /** Of all blocks of the roster. */
  static of(blocks: readonly RosterBlock[]): Links {
    const byFirst = new Map<number, number[]>()
    for (const { links } of blocks) {
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

  /** Sets all seats of everyone who has one of them in the set. */
  spread({ firstWord, words }: Words): void {
    for (const seats of this.people) {
      if (!seats.some((seat) => hasSeat({ firstWord, words }, seat))) continue
      for (const seat of seats) {
        const at = (seat >>> 5) - firstWord
        if (at >= 0 && at < words.length) words[at] = (words[at] as number) | (1 << (seat & 31))
      }
    }
  }
}
