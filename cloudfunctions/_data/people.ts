import { find, findAll, isIn, MOST_ROWS } from './database'
import type { PersonDoc } from './documents'

/** The members who belong to an organisation itself (not its children), in the order of their seats. At most 1,000. */
export const findMembers = (orgId: string) =>
  find<PersonDoc>('people', { orgId }, { orderBy: [['seat', 'asc']], limit: MOST_ROWS })

/** People by seat, in the order of seats; at most 1,000 seats a call. */
export const findBySeats = (seats: readonly number[]) =>
  seats.length === 0
    ? Promise.resolve([])
    : find<PersonDoc>('people', { seat: isIn(seats) }, { orderBy: [['seat', 'asc']], limit: MOST_ROWS })

/** Names of people by id. */
export async function findNames(personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map()
  const people = await findAll<Pick<PersonDoc, '_id' | 'name'>>(
    'people',
    { _id: isIn(personIds) },
    { fields: ['name'] },
  )
  return new Map(people.map(({ _id, name }) => [_id, name]))
}
