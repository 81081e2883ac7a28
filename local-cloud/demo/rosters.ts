import { dealSeats } from '@/domain/participation/seating'
import type { OrganisationDoc, PersonDoc } from '../../cloudfunctions/_data/documents'
import { treeOf } from './organisations'

/**
 * Deals everyone a seat, in the order in which the members are given. Changes organisations and people in place.
 * Returns the first seat that no organisation has.
 */
export function seatEveryone(organisations: readonly OrganisationDoc[], people: readonly PersonDoc[]): number {
  const membersOf = new Map<string, string[]>()
  for (const { _id, orgId } of people) membersOf.set(orgId, [...(membersOf.get(orgId) ?? []), _id])
  const { seatOf, seatsOf, next } = dealSeats(treeOf(organisations), membersOf)
  for (const organisation of organisations) {
    organisation.seats = (seatsOf.get(organisation._id) ?? []).map(([from, to]) => [from, to])
    organisation.dealt = membersOf.get(organisation._id)?.length ?? 0
  }
  for (const person of people) {
    const seat = seatOf.get(person._id)
    if (seat === undefined) throw new Error(`${person._id} got no seat`)
    person.seat = seat
    person.seatings = [{ seat, orgId: person.orgId, from: null, until: null }]
  }
  return next
}
