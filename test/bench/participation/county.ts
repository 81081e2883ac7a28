import type { ParticipationKind } from '../../../src/contracts/common'
import {
  Bitmap,
  buildTree,
  dealSeats,
  type OrganisationRecord,
  partOf,
  rangeOfPart,
  rosterBlocks,
  type Segment,
  type SegmentKey,
  segmentKey,
} from '../../../src/domain/participation'
import { LowListsBuilder } from '../../../src/domain/participation/packed/low-lists'
import { addDays, daysBetween, monthOf } from '../../../src/domain/time'

/**
 * A county for measurements: 110 committees and 119 general branches. 100,000 members in 4,580 branches; with BENCH_COUNTY=load 36,000 in 1,603, as many as a
 * county of the plan has.
 */

export const FIRST = '2026-01-01'
export const LAST = '2026-12-31'
const isLoad = process.env.BENCH_COUNTY === 'load'
const MEMBERS = isLoad ? 36_000 : 100_000
/** Of each committee and general branch. */
const BRANCHES = isLoad ? 7 : 20
const DAYS = daysBetween(FIRST, LAST) + 1

/** Deterministic numbers below 1 (mulberry32, T. Ettinger). */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

function plant() {
  const records: OrganisationRecord[] = []
  const add = (id: string, kind: OrganisationRecord['kind'], parentId: string | null) => {
    records.push({ id, name: `示例${id}`, kind, category: null, parentId, order: records.length, seats: [] })
  }
  const membersOf = new Map<string, string[]>()
  add('county', 'county', null)
  const units = 229
  for (let u = 0; u < units; u++) {
    // siblings, so that the 229 share no member, as the question of the year by committee has it
    add(`u${u}`, u < 110 ? 'committee' : 'generalBranch', 'county')
    for (let b = 0; b < BRANCHES; b++) {
      const id = `u${u}b${b}`
      const n = u * BRANCHES + b
      const size = Math.floor(((n + 1) * MEMBERS) / (units * BRANCHES)) - Math.floor((n * MEMBERS) / (units * BRANCHES))
      add(id, 'branch', `u${u}`)
      membersOf.set(
        id,
        Array.from({ length: size }, (_, i) => `${id}m${i}`),
      )
    }
  }
  const { seatOf, seatsOf } = dealSeats(buildTree(records), membersOf)
  const tree = buildTree(records.map((record) => ({ ...record, seats: seatsOf.get(record.id) ?? [] })))
  const seats = [...seatOf.values()]
  const random = generator(1)
  const mobile = new Set(seats.filter(() => random() < 0.08))
  const always = { from: null, until: null }
  const people = seats.map((seat) => ({
    seatings: [{ seat, orgId: 'x', ...always }],
    mobileSpells: mobile.has(seat) ? [always] : [],
    fullFrom: '2000-01-01',
    bornYear: 1940 + Math.floor(random() * 65),
  }))
  return { tree, seats, mobile, members: Bitmap.from(seats), roster: rosterBlocks(people) }
}

export const county = plant()

/** What happened: participations of one activity on one day, as seats; and who was expected. */
export interface Happening {
  readonly kind: ParticipationKind
  readonly activityId: string
  /** Index from FIRST. */
  readonly day: number
  readonly seats: readonly number[]
  readonly expected: readonly number[]
}

type Emit = (kind: ParticipationKind, activityId: string, day: number, seats: number[], expected?: number[]) => void

/** Everything that a year emits. */
export function happenings(year: (emit: Emit) => void): Happening[] {
  const list: Happening[] = []
  year((kind, activityId, day, seats, expected = []) => {
    list.push({ kind, activityId, day, seats, expected })
  })
  return list
}

/** The segments of a year, without making five million facts first. */
export function makeSegments(year: readonly Happening[]): Segment[] {
  const entries = new Map<string, { key: SegmentKey; list: Happening[] }>()
  for (const one of year) {
    const month = monthOf(addDays(FIRST, one.day))
    for (const part of new Set([...one.seats, ...one.expected].map(partOf))) {
      const key = segmentKey(one.kind, month, part)
      const known = entries.get(key._id) ?? { key, list: [] }
      entries.set(key._id, known)
      known.list.push(one)
    }
  }
  return [...entries.values()].map(({ key, list }) => segmentOf(key, list))
}

function segmentOf(key: SegmentKey, list: readonly Happening[]): Segment {
  const [from, to] = rangeOfPart(key.part)
  const lows = (seats: readonly number[]) =>
    Uint16Array.from(seats.filter((seat) => seat >= from && seat < to).map((seat) => seat - from)).sort()
  const sorted = [...list].sort((a, b) =>
    a.activityId < b.activityId ? -1 : a.activityId > b.activityId ? 1 : a.day - b.day,
  )
  const activities = [...new Set(sorted.map(({ activityId }) => activityId))]
  const numbers = new Map(activities.map((id, i) => [id, i]))
  const lists = {
    people: new LowListsBuilder(),
    mobile: new LowListsBuilder(),
    expected: new LowListsBuilder(),
    away: new LowListsBuilder(),
  }
  for (const { seats, expected } of sorted) {
    lists.people.add(lows(seats))
    lists.mobile.add(lows(seats.filter((seat) => county.mobile.has(seat))))
    lists.expected.add(lows(expected))
    lists.away.add(lows(expected.filter((seat) => county.mobile.has(seat))))
  }
  return {
    ...key,
    version: 1,
    activities,
    activityOf: Uint32Array.from(sorted, ({ activityId }) => numbers.get(activityId) as number),
    dayOf: Uint8Array.from(sorted, ({ day }) => Number(addDays(FIRST, day).slice(8))),
    people: lists.people.end(),
    mobile: lists.mobile.end(),
    expected: lists.expected.end(),
    away: lists.away.end(),
    fixed: [],
  }
}

/** A quiz a week; each is taken by a share of the members, most on its first days. */
const quizzes = (share: number, seed: number) => (emit: Emit) => {
  const random = generator(seed)
  for (let week = 0; week * 7 < DAYS; week++) {
    const length = Math.min(7, DAYS - week * 7)
    const days = Array.from({ length }, () => [] as number[])
    for (const seat of county.seats) {
      if (random() < share) days[Math.floor(random() ** 1.5 * length)]?.push(seat)
    }
    days.forEach((seats, d) => {
      emit('quiz', `quiz${week}`, week * 7 + d, seats)
    })
  }
}

/** One kind only, as dense as a year can be. */
export const weeklyQuiz = quizzes(0.945, 2)

/** Weekly quizzes, forty lessons over two months each, and a theme day a month in every branch. */
export function yearOfAllKinds(emit: Emit): void {
  quizzes(0.45, 3)(emit)
  const random = generator(4)
  for (let lesson = 0; lesson < 40; lesson++) {
    const first = Math.floor((lesson * (DAYS - 60)) / 40)
    const days = Array.from({ length: 60 }, () => [] as number[])
    for (const seat of county.seats) {
      if (random() < 0.42) days[Math.floor(random() ** 2 * 60)]?.push(seat)
    }
    days.forEach((seats, d) => {
      emit('lesson', `lesson${lesson}`, first + d, seats)
    })
  }
  const seated = county.members
  for (const branch of county.tree.walk.filter(({ kind }) => kind === 'branch')) {
    const expected = seated.clip(branch.ranges).toArray()
    for (let month = 0; month < 12; month++) {
      const day = Math.min(DAYS - 1, month * 30 + Math.floor(random() * 28))
      emit(
        'themeday',
        `${branch.id}t${month}`,
        day,
        expected.filter(() => random() < 0.82),
        expected,
      )
    }
  }
}
