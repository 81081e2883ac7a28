import { type Membership, type Place, placeOn, type Seating } from '@/domain/people/membership'
import { alongside } from './alongside'
import { aggregate, find, findAllIn, findById, findByIds, isIn, MOST_ROWS } from './database'
import type { OrganisationDoc, PersonDoc } from './documents'
import { findSubtree } from './organisations'

/** Where the members of an organisation and of everything below it sat on a day; those who had left are not among them. */
export async function findMembersOn(orgId: string, day: string): Promise<Place[]> {
  const orgIds = (await findSubtree(orgId)).map(({ _id }) => _id)
  const inside = new Set(orgIds)
  // by the seatings: someone may sit elsewhere today
  return (await everyoneOf(orgIds)).flatMap((person) => {
    const place = placeOn(person, day)
    return place && inside.has(place.orgId) ? [place] : []
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

/** People by a seat that they have or once had, with that seat, in the order of seats; at most 1,000 seats a call. */
export async function findBySeats(seats: readonly number[]): Promise<{ person: PersonDoc; seating: Seating }[]> {
  if (seats.length === 0) return []
  const people = await find<PersonDoc>('people', { 'seatings.seat': isIn(seats) }, { limit: MOST_ROWS })
  const asked = new Set(seats)
  return people
    .flatMap((person) => {
      const seating = person.seatings.find(({ seat }) => asked.has(seat))
      return seating ? [{ person, seating }] : []
    })
    .sort((a, b) => a.seating.seat - b.seating.seat)
}

/** Somebody by name, as lists of those responsible show them. */
export interface NamedSeat {
  readonly id: string
  readonly name: string
  /** On the day in question. */
  readonly mobile: boolean
  /** By one of the seats that were asked for, and not only by their id. */
  readonly seated: boolean
}

const namedFields = ['name', 'seat', 'seatings', 'mobileSpells']
type Named = Pick<PersonDoc, '_id' | 'name' | 'seat' | 'seatings' | 'mobileSpells' | 'fullFrom' | 'bornYear'>

/** In the order of their seats. */
const namedSeats = (people: readonly Named[], seats: ReadonlySet<number>, day: string): NamedSeat[] =>
  [...people]
    .sort((a, b) => a.seat - b.seat)
    .map((person) => ({
      id: person._id,
      name: person.name,
      mobile: placeOn(person, day)?.mobile ?? false,
      seated: person.seatings.some(({ seat }) => seats.has(seat)),
    }))

/** People by a seat that they have or once had, at most 1,000 of them, and some more by id; in the order of their seats. */
export async function findNamed(
  seats: readonly number[],
  personIds: readonly string[],
  day: string,
): Promise<NamedSeat[]> {
  const fields = namedFields
  const [seated, more] = await Promise.all([
    seats.length === 0 ? [] : find<PersonDoc>('people', { 'seatings.seat': isIn(seats) }, { limit: MOST_ROWS, fields }),
    personIds.length === 0 ? [] : findByIds<PersonDoc>('people', personIds, { fields }),
  ])
  const people = new Map([...seated, ...more].map((person) => [person._id, person]))
  return namedSeats([...people.values()], new Set(seats), day)
}

/** Of the people with one of these seats (ascending) those with a text in their name, the first `most` in the order of seats: one request. */
export async function findNamedLike(
  name: string,
  seats: readonly number[],
  day: string,
  most: number,
): Promise<NamedSeat[]> {
  const first = seats[0]
  const last = seats[seats.length - 1]
  if (first === undefined || last === undefined) return []
  const people = await aggregate<Named>('people', [
    {
      $match: {
        seatings: { $elemMatch: { seat: { $gte: first, $lte: last } } },
        // a place in the text, not a pattern: what was typed is never read as one
        $expr: { $gte: [{ $indexOfCP: ['$name', { $literal: name }] }, 0] },
      },
    },
    { $sort: { seat: 1 } },
    { $limit: MOST_ROWS },
    { $project: Object.fromEntries(namedFields.map((field) => [field, 1])) },
  ])
  return namedSeats(people, new Set(seats), day)
    .filter(({ seated }) => seated)
    .slice(0, most)
}

/** Everyone who ever belonged to one of some organisations, with their history. */
export const everyoneOf = (orgIds: readonly string[]) =>
  findAllIn<PersonDoc>(
    'people',
    'seatings.orgId',
    orgIds,
    {},
    { fields: ['seatings', 'mobileSpells', 'fullFrom', 'bornYear'] },
  )

/** Names of people by id. */
export async function findNames(personIds: readonly string[]): Promise<Map<string, string>> {
  const people = await findByIds<Pick<PersonDoc, '_id' | 'name'>>('people', personIds, { fields: ['name'] })
  return new Map(people.map(({ _id, name }) => [_id, name]))
}

/** Names by id, for those who may read them. */
export const namesOf = async (personIds: readonly string[]): Promise<{ id: string; name: string }[]> =>
  personIds.length === 0
    ? []
    : (await findByIds<Pick<PersonDoc, '_id' | 'name'>>('people', personIds, { fields: ['name'] })).map(
        ({ _id, name }) => ({ id: _id, name }),
      )

/** Where people belong and belonged, by id, with their organisation. */
export async function findMemberships(personIds: readonly string[]) {
  const found = await findByIds<Membership & Pick<PersonDoc, '_id' | 'orgId'>>('people', personIds, {
    fields: ['orgId', 'seatings', 'mobileSpells', 'fullFrom', 'bornYear'],
  })
  return new Map(found.map((one) => [one._id, one]))
}

/** People who hold an office in one of some organisations; at most 1,000. */
export const findOfficers = (orgIds: readonly string[]) =>
  find<PersonDoc>('people', { 'roles.orgId': isIn(orgIds) }, { limit: MOST_ROWS })
