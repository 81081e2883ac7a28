import fc from 'fast-check'
import type { ParticipationKind } from '../../../src/contracts/common'
import {
  buildTree,
  correctFact,
  dealSeats,
  type Fact,
  type FrozenRoster,
  factId,
  foldSegment,
  makeFact,
  type OrganisationRecord,
  type OrgTree,
  planFold,
  type RosterBlock,
  rosterBlocks,
  type Segment,
} from '../../../src/domain/participation'
import { type Membership, placeOn, type Seating, type Spell } from '../../../src/domain/people/membership'
import { addDays, type Period, startOfDay } from '../../../src/domain/time'

/** A person of the random county. */
export interface Person extends Membership {
  readonly id: string
}

/** A small random county in which people move, leave and come back, and in which the ledger is corrected; for laws. */
export interface World {
  readonly tree: OrgTree
  readonly people: readonly Person[]
  readonly blocks: readonly RosterBlock[]
  /** The ledger: first entries and corrections, in the order of making. */
  readonly facts: readonly Fact[]
  readonly rosters: readonly FrozenRoster[]
}

export const FIRST_DAY = '2026-09-20'
export const dayAt = (n: number): string => addDays(FIRST_DAY, n)
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
  const { seatOf, seatsOf, next } = dealSeats(buildTree(records), membersOf, first)
  const orgOf = new Map([...membersOf].flatMap(([org, members]) => members.map((member) => [member, org] as const)))
  return { records: records.map((one) => ({ ...one, seats: seatsOf.get(one.id) ?? [] })), seatOf, orgOf, next }
}

const day = fc.nat(80)
const shape = fc.record({
  committees: fc.array(fc.array(fc.nat(7), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
  first: fc.constantFrom(0, 7, 65_500),
  /** On a day someone goes to another branch; to none: they leave; to the same as before: they come back. */
  moves: fc.array(fc.record({ person: fc.nat(), day, to: fc.option(fc.nat(), { freq: 3 }) }), { maxLength: 15 }),
  away: fc.array(fc.record({ person: fc.nat(), from: day, days: fc.option(fc.integer({ min: 1, max: 40 })) }), {
    maxLength: 6,
  }),
  full: fc.array(fc.option(day), { maxLength: 5 }),
  events: fc.array(
    fc.record({
      kind: fc.constantFrom(...kinds),
      activity: fc.nat(4),
      person: fc.nat(),
      day,
      /** What was corrected later: taken back, valid again, another day. */
      corrections: fc.array(fc.record({ withdrawn: fc.boolean(), day: fc.option(day) }), { maxLength: 3 }),
    }),
    { maxLength: 100 },
  ),
  /** Per theme day: when, and which branches were expected; none: it has no roster. */
  rosters: fc.array(fc.record({ day, branches: fc.array(fc.nat(), { maxLength: 3 }) }), { maxLength: 5 }),
})

type Shape = typeof shape extends fc.Arbitrary<infer T> ? T : never

/** Ends the open seating of a person and begins another; a branch of earlier days gives the old seat again. */
function moved(seatings: readonly Seating[], on: string, to: string | null, newSeat: () => number): Seating[] {
  const last = seatings[seatings.length - 1]
  if (!last || (last.from !== null && last.from >= on) || (last.until !== null && last.until > on)) return [...seatings]
  if (last.until === null && last.orgId === to) return [...seatings]
  const ended = last.until === null ? [...seatings.slice(0, -1), { ...last, until: on }] : [...seatings]
  if (to === null) return ended
  const seat = ended.find(({ orgId }) => orgId === to)?.seat ?? newSeat()
  return [...ended, { seat, orgId: to, from: on, until: null }]
}

function settle({ committees, first, moves, away, full }: Shape) {
  const { records, seatOf, orgOf, next } = plant(committees, first)
  const branches = records.filter(({ kind }) => kind === 'branch')
  let free = next
  const seats = new Map(records.map(({ id, seats: ranges }) => [id, [...ranges]]))
  const seatings = new Map(
    [...seatOf].map(([id, seat]): [string, Seating[]] => [
      id,
      [{ seat, orgId: orgOf.get(id) as string, from: null, until: null }],
    ]),
  )
  const ids = [...seatOf.keys()]
  for (const { person, day: on, to } of ids.length === 0 ? [] : [...moves].sort((a, b) => a.day - b.day)) {
    const id = ids[person % ids.length] as string
    const branch = to === null ? null : (branches[to % branches.length]?.id as string)
    const newSeat = () => {
      seats.get(branch as string)?.push([free, free + 1])
      return free++
    }
    seatings.set(id, moved(seatings.get(id) as Seating[], dayAt(on), branch, newSeat))
  }
  const tree = buildTree(records.map((one) => ({ ...one, seats: seats.get(one.id) ?? [] })))
  const people = ids.map((id, i): Person => {
    const spells = away.filter(({ person }) => person % ids.length === i).slice(0, 1)
    const mobileSpells = spells.map(
      ({ from, days }): Spell => ({ from: dayAt(from), until: days === null ? null : dayAt(from + days) }),
    )
    const fullFrom = i < full.length ? full[i] : 0
    return {
      id,
      seatings: seatings.get(id) as Seating[],
      mobileSpells,
      fullFrom: fullFrom === null || fullFrom === undefined ? null : dayAt(fullFrom),
      bornYear: 1940 + ((i * 17) % 68),
    }
  })
  return { tree, people, branches }
}

function write({ events }: Shape, people: readonly Person[]): Fact[] {
  const facts: Fact[] = []
  const known = new Set<string>()
  for (const event of people.length === 0 ? [] : events) {
    const person = people[event.person % people.length] as Person
    const activityId = `${event.kind[0]}${event.activity}`
    const place = placeOn(person, dayAt(event.day))
    const key = factId(event.kind, activityId, person.id)
    if (!place || known.has(key)) continue
    known.add(key)
    const at = startOfDay(dayAt(event.day)) + 3_600_000
    const taker = { id: person.id, ...place }
    let latest = makeFact({
      kind: event.kind,
      activityId,
      person: taker,
      occurredAt: at,
      recordedAt: at,
      channel: 'self',
    })
    facts.push(latest)
    for (const { withdrawn, day: other } of event.corrections) {
      const there = other === null ? null : placeOn(person, dayAt(other))
      latest = correctFact(latest, {
        withdrawn,
        recorder: 'p0',
        reason: '更正',
        recordedAt: at,
        ...(other !== null && there ? { place: there, occurredAt: startOfDay(dayAt(other)) + 3_600_000 } : {}),
      })
      facts.push(latest)
    }
  }
  return facts
}

export const world: fc.Arbitrary<World> = shape.map((drawn) => {
  const { tree, people, branches } = settle(drawn)
  const rosters = drawn.rosters.map(({ day: on, branches: chosen }, i): FrozenRoster => {
    const names = new Set(chosen.map((n) => branches[n % branches.length]?.id))
    const places = people.map((person) => placeOn(person, dayAt(on))).filter((place) => names.has(place?.orgId))
    const seatsOf = (mobile: boolean) =>
      places.flatMap((place) => (place && place.mobile >= mobile ? [place.seat] : []))
    return { activityId: `t${i}`, day: dayAt(on), expected: seatsOf(false), mobile: seatsOf(true) }
  })
  return { tree, people, blocks: rosterBlocks(people), facts: write(drawn, people), rosters }
})

export const period: fc.Arbitrary<Period> = fc.tuple(fc.nat(90), fc.nat(90)).map(([a, b]) => ({
  from: dayAt(Math.min(a, b) - 5),
  to: dayAt(Math.max(a, b) - 5),
}))

/** The stored segments, by id. */
export type Store = Map<string, Segment>

/** Folds facts and rosters into the store, as the timer does. */
export function fold(store: Store, facts: readonly Fact[], rosters: readonly FrozenRoster[] = []): Store {
  for (const step of planFold(facts, rosters)) {
    store.set(step.key._id, foldSegment(step, store.get(step.key._id) ?? null))
  }
  return store
}

/** A list in another order: item i goes where its key sorts. */
export const reordered = <T>(list: readonly T[], keys: readonly number[]): T[] =>
  list
    .map((item, i) => [keys[i % Math.max(keys.length, 1)] ?? 0, i, item] as const)
    .sort((a, b) => a[0] - b[0] || b[1] - a[1])
    .map(([, , item]) => item)
