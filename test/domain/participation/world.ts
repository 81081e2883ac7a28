import fc from 'fast-check'
import type { ParticipationKind } from '../../../src/contracts/common'
import {
  buildTree,
  dealSeats,
  type ExpectedOf,
  type Fact,
  foldFacts,
  makeFact,
  type OrganisationRecord,
  type OrgTree,
  planFold,
  type Segment,
} from '../../../src/domain/participation'
import { addDays, type Period, startOfDay } from '../../../src/domain/time'

/** A small random county with random participations, for laws. */
export interface World {
  readonly tree: OrgTree
  /** Seats of all members. */
  readonly roster: readonly number[]
  /** Maybe several facts of one member and activity on different days, as after corrections; repeats too. */
  readonly facts: readonly Fact[]
  readonly expectedOf: ExpectedOf
}

const FIRST_DAY = '2026-09-20'
const kinds: readonly ParticipationKind[] = ['quiz', 'lesson', 'themeday']

const record = (id: string, kind: OrganisationRecord['kind'], parentId: string | null, order: number) =>
  ({ id, name: `示例${id}`, kind, category: null, parentId, order, seats: [] }) satisfies OrganisationRecord

/** Branch sizes by committee → a seated tree; `first` is the first seat, so that a tree can lie across two parts. */
export function plant(committees: readonly (readonly number[])[], first: number) {
  const records: OrganisationRecord[] = [record('county', 'county', null, 0)]
  const membersOf = new Map<string, string[]>()
  let people = 0
  committees.forEach((branches, c) => {
    records.push(record(`c${c}`, 'committee', 'county', records.length))
    branches.forEach((size, b) => {
      records.push(record(`c${c}b${b}`, 'branch', `c${c}`, records.length))
      membersOf.set(
        `c${c}b${b}`,
        Array.from({ length: size }, () => `p${people++}`),
      )
    })
  })
  const { seatOf, seatsOf } = dealSeats(buildTree(records), membersOf, first)
  const tree = buildTree(records.map((one) => ({ ...one, seats: seatsOf.get(one.id) ?? [] })))
  const orgOf = new Map([...membersOf].flatMap(([org, members]) => members.map((member) => [member, org] as const)))
  return { tree, seatOf, orgOf }
}

const shape = fc.record({
  committees: fc.array(fc.array(fc.nat(9), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
  first: fc.constantFrom(0, 7, 65_500),
  events: fc.array(
    fc.record({
      kind: fc.constantFrom(...kinds),
      activity: fc.nat(4),
      person: fc.nat(),
      day: fc.nat(80),
      mobile: fc.boolean(),
      /** The day to which the entry was corrected later; the ledger keeps both. */
      corrected: fc.option(fc.nat(80), { freq: 3 }),
    }),
    { maxLength: 120 },
  ),
  /** Per theme day: which branches were expected; none: it has no roster. */
  rosters: fc.array(fc.array(fc.nat(), { maxLength: 2 }), { minLength: 5, maxLength: 5 }),
})

export const world: fc.Arbitrary<World> = shape.map(({ committees, first, events, rosters }) => {
  const { tree, seatOf, orgOf } = plant(committees, first)
  const people = [...seatOf]
  const branches = tree.walk.filter((node) => node.kind === 'branch')
  const facts =
    people.length === 0
      ? []
      : events.flatMap((event) => {
          const [id, seat] = people[event.person % people.length] as [string, number]
          const person = { id, seat, orgId: orgOf.get(id) ?? '', mobile: event.mobile }
          const activityId = `${event.kind[0]}${event.activity}`
          const days = event.corrected === null ? [event.day] : [event.day, event.corrected]
          return days.map((day) => {
            const at = startOfDay(addDays(FIRST_DAY, day)) + 3_600_000
            return makeFact({ kind: event.kind, activityId, person, occurredAt: at, recordedAt: at, channel: 'self' })
          })
        })
  const expected = new Map(
    rosters.map((chosen, i) => {
      const names = new Set(chosen.map((n) => branches[n % branches.length]?.id))
      return [`t${i}`, chosen.length ? people.filter(([id]) => names.has(orgOf.get(id))).map(([, seat]) => seat) : null]
    }),
  )
  return { tree, roster: [...seatOf.values()], facts, expectedOf: (id) => expected.get(id) ?? null }
})

export const period: fc.Arbitrary<Period> = fc.tuple(fc.nat(90), fc.nat(90)).map(([a, b]) => ({
  from: addDays(FIRST_DAY, Math.min(a, b) - 5),
  to: addDays(FIRST_DAY, Math.max(a, b) - 5),
}))

/** The stored segments, by id. */
export type Store = Map<string, Segment>

/** Folds facts into the store, as the timer does. */
export function fold(store: Store, facts: readonly Fact[], expectedOf: ExpectedOf): Store {
  for (const { key, facts: some } of planFold(facts, expectedOf)) {
    store.set(key._id, foldFacts(key, store.get(key._id) ?? null, some, expectedOf))
  }
  return store
}

/** A list in another order: item i goes where its key sorts. */
export const reordered = <T>(list: readonly T[], keys: readonly number[]): T[] =>
  list
    .map((item, i) => [keys[i % Math.max(keys.length, 1)] ?? 0, i, item] as const)
    .sort((a, b) => a[0] - b[0] || b[1] - a[1])
    .map(([, , item]) => item)
