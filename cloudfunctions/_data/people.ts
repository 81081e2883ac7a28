import { type Place, placeOn } from '@/domain/people/membership'
import { alongside } from './alongside'
import { find, findAll, findById, findByIds, isIn, MOST_ROWS } from './database'
import type { OrganisationDoc, PersonDoc } from './documents'
import { findSubtree } from './organisations'

/** Where the members of an organisation and of everything below it sat on a day; those who had left are not among them. */
export async function findMembersOn(orgId: string, day: string): Promise<Place[]> {
  const orgIds = (await findSubtree(orgId)).map(({ _id }) => _id)
  // by the seatings: someone may sit elsewhere today
  const members = await findAll<PersonDoc>(
    'people',
    { 'seatings.orgId': isIn(orgIds) },
    { fields: ['seatings', 'mobileSpells', 'fullFrom', 'bornYear'] },
  )
  return members.flatMap((person) => {
    const place = placeOn(person, day)
    return place && orgIds.includes(place.orgId) ? [place] : []
  })
}

export const findPerson = (personId: string) => findById<PersonDoc>('people', personId)

/** A person with their organisation and those of their roles. */
export const personWithOrgs = (personId: string) =>
  alongside<PersonDoc & { org: OrganisationDoc[]; roleOrgs: OrganisationDoc[] }>(
    'people',
    { $match: { _id: personId } },
    { $limit: 1 },
    { $lookup: { from: 'organisations', localField: 'orgId', foreignField: '_id', as: 'org' } },
    { $lookup: { from: 'organisations', localField: 'roles.orgId', foreignField: '_id', as: 'roleOrgs' } },
  )

/** People by seat, in the order of seats; at most 1,000 seats a call. */
export const findBySeats = (seats: readonly number[]) =>
  seats.length === 0
    ? Promise.resolve([])
    : find<PersonDoc>('people', { seat: isIn(seats) }, { orderBy: [['seat', 'asc']], limit: MOST_ROWS })

/** Names of people by id. */
export async function findNames(personIds: readonly string[]): Promise<Map<string, string>> {
  const people = await findByIds<Pick<PersonDoc, '_id' | 'name'>>('people', personIds, { fields: ['name'] })
  return new Map(people.map(({ _id, name }) => [_id, name]))
}
