import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  correctFact,
  emptySegment,
  type Fact,
  type FoldStep,
  type FrozenRoster,
  foldSegment,
  makeFact,
  packSegment,
  planFold,
  type Segment,
} from '../../../src/domain/participation'
import { listAt } from '../../../src/domain/participation/packed/low-lists'
import { startOfDay } from '../../../src/domain/time'
import { fold, reordered, type Store, world } from './world'

const attend = (activityId: string, seat: number, day: string, mobile = false) => {
  const person = { id: `p${seat}`, seat, orgId: 'b', mobile }
  const occurredAt = startOfDay(day) + 36_000_000
  return makeFact({ kind: 'themeday', activityId, person, occurredAt, recordedAt: occurredAt, channel: 'self' })
}
const by = { recorder: 'p0', reason: '误录', recordedAt: 0 }
const roster: FrozenRoster = { activityId: 't1', day: '2026-11-20', expected: [3, 1, 2, 70_000], mobile: [2, 9] }

/** The entries of a segment, readable. */
const entriesOf = (segment: Segment) =>
  Array.from(segment.dayOf, (day, i) => [
    segment.activities[segment.activityOf[i] as number],
    day,
    [...listAt(segment.people, i)],
    [...listAt(segment.mobile, i)],
    [...listAt(segment.expected, i)],
    [...listAt(segment.away, i)],
  ])
const only = (steps: readonly FoldStep[]): FoldStep => {
  expect(steps).toHaveLength(1)
  return steps[0] as FoldStep
}

describe('folding', () => {
  it('makes one entry of an activity and day, in order of activity and day', () => {
    const facts = [attend('t2', 9, '2026-11-05'), attend('t1', 2, '2026-11-20', true), attend('t1', 1, '2026-11-20')]
    const [first, second] = planFold(facts, [roster])
    // the roster reaches into a part in which nobody came: those absent there stay expected
    expect([first?.key._id, second?.key._id]).toEqual(['themeday.2026-11.0', 'themeday.2026-11.1'])
    const segment = foldSegment(first as FoldStep, null)
    expect(segment).toMatchObject({ kind: 'themeday', month: '2026-11', part: 0, version: 0 })
    // 9 is on no roster, so not among the mobile members expected
    expect(entriesOf(segment)).toEqual([
      ['t1', 20, [1, 2], [2], [1, 2, 3], [2]],
      ['t2', 5, [9], [], [], []],
    ])
    expect(entriesOf(foldSegment(second as FoldStep, null))).toEqual([['t1', 20, [], [], [70_000 - 65_536], []]])
  })

  it('answers with the very same segment when there is nothing new', () => {
    const facts = [attend('t1', 1, '2026-11-20'), attend('t1', 2, '2026-11-20', true)]
    const step = only(planFold(facts))
    const segment = { ...foldSegment(step, null), version: 7 }
    expect(foldSegment(step, segment)).toBe(segment)
    const more = foldSegment(only(planFold([attend('t1', 3, '2026-11-20')])), segment)
    expect(more.version).toBe(7)
    expect(entriesOf(more)).toEqual([['t1', 20, [1, 2, 3], [2], [], []]])
    // what was there before is not changed in place
    expect(entriesOf(segment)).toEqual([['t1', 20, [1, 2], [2], [], []]])
  })

  it('takes a withdrawn fact out, whatever came first, and puts it back when it is valid again', () => {
    const fact = attend('t1', 2, '2026-11-20', true)
    const withdrawn = correctFact(fact, { ...by, withdrawn: true })
    const again = correctFact(withdrawn, { ...by, withdrawn: false })
    const entryAfter = (...facts: Fact[]) => entriesOf(fold(new Map(), facts).get('themeday.2026-11.0') as Segment)[0]
    expect(entryAfter(fact, withdrawn)).toEqual(['t1', 20, [], [], [], []])
    expect(entryAfter(withdrawn, fact)).toEqual(['t1', 20, [], [], [], []])
    expect(entryAfter(again, fact, withdrawn)).toEqual(['t1', 20, [2], [2], [], []])
    const store = fold(fold(fold(new Map(), [again]), [withdrawn]), [fact])
    expect(entriesOf(store.get('themeday.2026-11.0') as Segment)).toEqual([['t1', 20, [2], [2], [], []]])
  })

  it('moves a fact to another month and seat: off there, on here', () => {
    const fact = attend('t1', 2, '2026-10-31')
    const moved = correctFact(fact, {
      ...by,
      withdrawn: false,
      occurredAt: startOfDay('2026-11-01'),
      place: { seat: 70_000, orgId: 'c', mobile: true },
    })
    const store = fold(new Map(), [fact, moved])
    expect(entriesOf(store.get('themeday.2026-10.0') as Segment)).toEqual([['t1', 31, [], [], [], []]])
    const there = 70_000 - 65_536
    expect(entriesOf(store.get('themeday.2026-11.1') as Segment)).toEqual([['t1', 1, [there], [there], [], []]])
  })
})

const bytesOf = (store: Store) =>
  [...store].sort().map(([id, segment]) => [id, Buffer.from(packSegment(segment)).toString('base64')])

describe('laws of folding: a join of what is there and what comes', () => {
  const keys = fc.array(fc.nat(), { minLength: 1, maxLength: 40 })

  it('any order, any portions, any repetitions give the same bytes', () => {
    fc.assert(
      fc.property(world, keys, fc.array(fc.nat(120), { maxLength: 5 }), ({ facts, rosters }, order, cuts) => {
        const whole = fold(new Map(), facts, rosters)
        const other: Store = new Map()
        const shuffled = reordered([...facts, ...facts.slice(0, 20)], order)
        const edges = [0, ...cuts.filter((cut) => cut < shuffled.length).sort((a, b) => a - b), shuffled.length]
        for (const [i, end] of edges.slice(1).entries()) {
          fold(other, shuffled.slice(edges[i], end), i % 2 === 0 ? rosters.slice(i) : rosters)
        }
        fold(other, [], rosters)
        expect(bytesOf(other)).toEqual(bytesOf(whole))
      }),
      { numRuns: 200 },
    )
  })

  it('folding twice changes nothing', () => {
    fc.assert(
      fc.property(world, ({ facts, rosters }) => {
        const once = fold(new Map(), facts, rosters)
        const twice = fold(new Map(once), facts, rosters)
        for (const [id, segment] of once) expect(twice.get(id)).toBe(segment)
      }),
    )
  })

  /** A fold as the timer does it: reads what is not marked, joins each segment by compare and swap, marks; a `yield` at every step. */
  function* folding(
    db: { store: Store; marked: Set<string> },
    facts: readonly Fact[],
    rosters: readonly FrozenRoster[],
  ) {
    const taken = facts.filter(({ _id }) => !db.marked.has(_id))
    yield
    for (const step of planFold(taken, rosters)) {
      for (;;) {
        const before = db.store.get(step.key._id) ?? null
        yield
        const after = foldSegment(step, before)
        yield
        if (after === before) break
        if ((db.store.get(step.key._id)?.version ?? 0) !== (before?.version ?? 0)) continue
        db.store.set(step.key._id, { ...after, version: after.version + 1 })
        break
      }
      yield
    }
    for (const { _id } of taken) {
      db.marked.add(_id)
      yield
    }
  }

  it('two folds at once, each dying at any step and the next one taking over, end as one fold does', () => {
    const plan = fc.record({
      turns: fc.array(fc.boolean(), { minLength: 10, maxLength: 200 }),
      deaths: fc.array(fc.nat(30), { maxLength: 4 }),
      cut: fc.nat(100),
    })
    fc.assert(
      fc.property(world, plan, ({ facts, rosters }, { turns, deaths, cut }) => {
        const db = { store: new Map<string, Segment>(), marked: new Set<string>() }
        // the second one sees what was recorded later
        const starts = [() => folding(db, facts.slice(0, cut), rosters), () => folding(db, facts, rosters)] as const
        const running = [starts[0](), starts[1]()]
        turns.forEach((turn, i) => {
          const who = turn ? 1 : 0
          if (deaths.includes(i) || running[who]?.next().done) running[who] = starts[who]()
        })
        for (const _ of folding(db, facts, rosters));
        const strip = (store: Store): Store => new Map([...store].map(([id, s]) => [id, { ...s, version: 0 }]))
        expect(bytesOf(strip(db.store))).toEqual(bytesOf(fold(new Map(), facts, rosters)))
      }),
      { numRuns: 200 },
    )
  })
})

it('an empty step leaves an empty segment', () => {
  const key = { _id: 'quiz.2026-11.0', kind: 'quiz', month: '2026-11', part: 0 } as const
  expect(foldSegment({ key, news: new Map() }, null)).toEqual(emptySegment(key))
})
