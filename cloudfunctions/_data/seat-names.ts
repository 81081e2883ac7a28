import { find, isIn } from './database'
import type { PersonDoc } from './documents'

type Named = Pick<PersonDoc, '_id' | 'name' | 'seatings'>

/** Many long histories are far from the 1 MB of an answer. */
const SEATS_AT_ONCE = 500

/** Ids and names of people by a seat that they have or once had: one request for 500 seats, side by side; at most a few thousand. */
export async function namesBySeat(seats: readonly number[]): Promise<Map<number, { id: string; name: string }>> {
  const pages = Array.from({ length: Math.ceil(seats.length / SEATS_AT_ONCE) }, (_page, i) =>
    seats.slice(i * SEATS_AT_ONCE, (i + 1) * SEATS_AT_ONCE),
  )
  const found = await Promise.all(
    pages.map((some) =>
      find<Named>(
        'people',
        { 'seatings.seat': isIn(some) },
        { limit: SEATS_AT_ONCE, fields: ['name', 'seatings.seat'] },
      ),
    ),
  )
  return new Map(
    found.flat().flatMap(({ _id: id, name, seatings }) => seatings.map(({ seat }) => [seat, { id, name }])),
  )
}
