import { find, findAll, findByIds, isIn, MOST_ROWS } from './database'
import type { PersonDoc } from './documents'
import { findSubtree } from './organisations'

/** The seats of the members of an organisation and of everything below it, ascending. */
export async function findMemberSeats(orgId: string): Promise<number[]> {
  const orgIds = (await findSubtree(orgId)).map(({ _id }) => _id)
  const members = await findAll<Pick<PersonDoc, '_id' | 'seat'>>(
    'people',
    { orgId: isIn(orgIds) },
    { fields: ['seat'] },
  )
  return members.map(({ seat }) => seat).sort((a, b) => a - b)
}

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
