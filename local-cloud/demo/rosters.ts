import { Bitmap } from '@/domain/participation/bitmap/bitmap'
import { dealSeats, partOf } from '@/domain/participation/seating'
import type { OrganisationDoc, PersonDoc, RosterDoc } from '../../cloudfunctions/_data/documents'
import { treeOf } from './organisations'

/** Deals everyone a seat, in the order in which the members are given. Changes organisations and people in place. */
export function seatEveryone(organisations: readonly OrganisationDoc[], people: readonly PersonDoc[]): void {
  const membersOf = new Map<string, string[]>()
  for (const { _id, orgId } of people) membersOf.set(orgId, [...(membersOf.get(orgId) ?? []), _id])
  const { seatOf, seatsOf } = dealSeats(treeOf(organisations), membersOf)
  for (const organisation of organisations) {
    organisation.seats = (seatsOf.get(organisation._id) ?? []).map(([from, to]) => [from, to])
  }
  for (const person of people) {
    const seat = seatOf.get(person._id)
    if (seat === undefined) throw new Error(`${person._id} got no seat`)
    person.seat = seat
  }
}

/** The blocks of seats with those that are taken. */
export function rosterParts(people: readonly PersonDoc[], updatedAt: number): RosterDoc[] {
  const parts = [...new Set(people.map(({ seat }) => partOf(seat)))].sort((a, b) => a - b)
  return parts.map((part) => {
    const own = people.filter(({ seat }) => partOf(seat) === part)
    const bitmap = (list: readonly PersonDoc[]) => Bitmap.from(list.map(({ seat }) => seat)).toBase64()
    return {
      _id: `part-${part}`,
      part,
      taken: bitmap(own),
      mobile: bitmap(own.filter(({ mobile }) => mobile)),
      updatedAt,
    }
  })
}
