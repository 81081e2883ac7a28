import type { Id } from '@/contracts/common'
import type { OrgTree } from './org-tree'
import type { Range } from './ranges'

/** A segment of the index holds seats with the same upper 16 bits. */
export const PART_SEATS = 65_536

/** Seats stay below this (16.7 million: far more than a county), so that a damaged number cannot claim gigabytes of memory. */
export const SEAT_LIMIT = 1 << 24

/** The segment and roster block of a seat. */
export const partOf = (seat: number): number => seat >>> 16

/** The seats of a part. */
export const rangeOfPart = (part: number): Range => [part * PART_SEATS, (part + 1) * PART_SEATS]

/**
 * Spare seats in a block: a tenth, at least two. With them newcomers sit beside their branch, and the branch stays one range;
 * without them each newcomer would add a range to every organisation above. They cost only zero bits. A block that is full
 * gets another one elsewhere: an organisation's seats are a list of ranges.
 */
export const spareSeats = (members: number): number => Math.max(2, Math.ceil(members / 10))

export interface Seating {
  readonly seatOf: ReadonlyMap<Id, number>
  /** The block of each organisation that has members of its own, and of every branch. */
  readonly seatsOf: ReadonlyMap<Id, readonly Range[]>
  /** The first seat that is in no block. */
  readonly next: number
}

/**
 * Deals seats to everyone, in the order of the tree, so that the members of a branch are neighbours and every organisation
 * is a few ranges. `membersOf` gives the person ids of an organisation's own members, in the order in which they shall sit.
 * A block that fits into one part is not split over two: its theme days then have one entry, not two.
 */
export function dealSeats(tree: OrgTree, membersOf: ReadonlyMap<Id, readonly Id[]>, first = 0): Seating {
  const seatOf = new Map<Id, number>()
  const seatsOf = new Map<Id, readonly Range[]>()
  let next = first
  for (const node of tree.walk) {
    const members = membersOf.get(node.id) ?? []
    if (members.length === 0 && node.kind !== 'branch') continue
    const size = members.length + spareSeats(members.length)
    if (size <= PART_SEATS && partOf(next) !== partOf(next + size - 1)) next = rangeOfPart(partOf(next))[1]
    if (next + size > SEAT_LIMIT) throw new RangeError(`no more than ${SEAT_LIMIT} seats`)
    members.forEach((member, i) => {
      if (seatOf.has(member)) throw new Error(`${member} is in two organisations`)
      seatOf.set(member, next + i)
    })
    seatsOf.set(node.id, [[next, next + size]])
    next += size
  }
  return { seatOf, seatsOf, next }
}
