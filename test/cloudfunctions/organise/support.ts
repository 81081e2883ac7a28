import { expect } from 'vitest'
import type {
  FactDoc,
  MoveDoc,
  OrganisationDoc,
  PersonDoc,
  RosterDoc,
  ThemeDayDoc,
} from '../../../cloudfunctions/_data/documents'
import { rosterBlocks } from '../../../src/domain/participation/roster'
import type { County } from '../../support/county/start-county'

/** What lies in the database, past the functions. */
export const look = ({ cloud }: County) => {
  const byId = async <T extends { _id: string }>(collection: string, id: string): Promise<T> => {
    const found = (await cloud.all<T>(collection)).find(({ _id }) => _id === id)
    if (!found) throw new Error(`no ${id} in ${collection}`)
    return found
  }
  return {
    person: (id: string) => byId<PersonDoc>('people', id),
    organisation: (id: string) => byId<OrganisationDoc>('organisations', id),
    themeDay: (id: string) => byId<ThemeDayDoc>('themeDays', id),
    moves: () => cloud.all<MoveDoc>('moves'),
    facts: async (personId: string) =>
      (await cloud.all<FactDoc>('facts')).filter((fact) => fact.personId === personId).sort(byRevision),
    /** Everyone's seats, each once. */
    seats: async () =>
      (await cloud.all<PersonDoc>('people')).flatMap(({ seatings }) => [...new Set(seatings.map((one) => one.seat))]),
  }
}

const byRevision = (a: FactDoc, b: FactDoc) => (a._id < b._id ? -1 : 1)

/** The roster that figures are made from is what the people say. */
export async function expectSoundRoster({ cloud }: County): Promise<void> {
  const people = await cloud.all<PersonDoc>('people')
  const stored = await cloud.all<RosterDoc>('rosters')
  const plain = (blocks: readonly RosterDoc[]) =>
    blocks.map(({ version: _, ...block }) => block).sort((a, b) => a.part - b.part)
  expect(plain(stored)).toEqual(plain(rosterBlocks(people)))
  const seats = people.flatMap(({ seatings }) => [...new Set(seatings.map(({ seat }) => seat))])
  expect(new Set(seats).size).toBe(seats.length)
}

let keys = 0
/** A key as a client would make one. */
export const newKey = (): string => `test-key-${++keys}`
