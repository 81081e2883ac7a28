import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Slice } from '../../../src/contracts/stats'
import {
  childCodes,
  createContexts,
  createFamily,
  evaluate,
  evaluateAll,
  liveCodes,
  metrics,
} from '../../../src/domain/metrics'
import {
  buildTree,
  Links,
  makeFact,
  ParticipationIndex,
  recount,
  rosterBlocks,
} from '../../../src/domain/participation'
import { type Membership, placeOn } from '../../../src/domain/people/membership'
import { startOfDay } from '../../../src/domain/time'
import { period, world } from '../participation/world'

/**
 * 甲支部 in seats 0–9 has members 0, 1, 2 (2 is mobile now); 乙支部 in seats 10–19 has 10, 11; 丙支部 in seats 20–29 has nobody.
 * Quiz q1: 0, 1, 9 (9 has left since). Lessons l1: 0, 10; l2: 0. Theme day t1 (expected 0, 1, 2): 0, and 2, mobile at the time.
 */
const org = (id: string, order: number, seats: [number, number][]) =>
  ({ id, name: id, kind: 'branch', category: id === 'a' ? 'village' : null, parentId: 'c', order, seats }) as const
const tree = buildTree([
  { id: 'c', name: '示例党委', kind: 'committee', category: null, parentId: null, order: 0, seats: [] },
  org('a', 1, [[0, 10]]),
  org('b', 2, [[10, 20]]),
  org('e', 3, [[20, 30]]),
])
const take = (kind: 'quiz' | 'lesson' | 'themeday', activityId: string, seat: number, mobile = false) => {
  const at = startOfDay('2026-11-10')
  const person = { id: `p${seat}`, seat, orgId: 'a', mobile }
  return makeFact({ kind, activityId, person, occurredAt: at, recordedAt: at, channel: 'self' })
}
const facts = [
  ...[0, 1, 9].map((seat) => take('quiz', 'q1', seat)),
  take('lesson', 'l1', 0),
  take('lesson', 'l1', 10),
  take('lesson', 'l2', 0),
  take('themeday', 't1', 0),
  take('themeday', 't1', 2, true),
]
const rosters = [{ activityId: 't1', day: '2026-11-10', expected: [0, 1, 2], mobile: [2] }]
const index = ParticipationIndex.of([], { facts, rosters })
const always = { from: null, until: null }
const member = (seat: number, bornYear: number, extra: Partial<Membership> = {}): Membership => ({
  seatings: [{ seat, orgId: 'a', ...always }],
  mobileSpells: [],
  fullFrom: '2000-01-01',
  bornYear,
  ...extra,
})
const roster = rosterBlocks([
  member(0, 1950),
  member(1, 1980),
  member(2, 1990, { mobileSpells: [always] }),
  member(9, 1950, { seatings: [{ seat: 9, orgId: 'a', from: null, until: '2026-11-20' }] }),
  member(10, 1960, { fullFrom: null }),
  member(11, 1999),
])
const input = { index, roster, from: '2026-11-01', to: '2026-11-30', today: '2026-12-05' }
const contexts = (slice: Slice, ids: string[]) => {
  const nodes = ids.map((id) => tree.byId.get(id)).filter((node) => node !== undefined)
  return createContexts({ ...input, slice }, nodes)
}
const values = (slice: Slice, id: string) => {
  const [context] = contexts(slice, [id])
  return Object.fromEntries(
    // by category: imbalance.test.ts
    liveCodes
      .filter((code) => !code.startsWith('imbalance.'))
      .map((code) => {
        const { value, state, numerator, denominator } = evaluate(code, context as NonNullable<typeof context>)
        return [
          code,
          denominator === undefined ? value : `${numerator}/${denominator}${state === 'ok' ? '' : ` ${state}`}`,
        ]
      }),
  )
}

describe('figures of an organisation', () => {
  it('are those worked out by hand', () => {
    expect(values({}, 'c')).toEqual({
      'quiz.people': 3,
      'quiz.times': 3,
      'quiz.mobile.people': 0,
      'quiz.mobile.times': 0,
      // 9 took part but is on the roster no more: 2 of 5, and 3 are missing
      'quiz.rate': '2/5',
      'lesson.people': 2,
      'lesson.times': 3,
      'lesson.count': 2,
      'lesson.mobile.people': 0,
      'lesson.rate': '2/5',
      'themeday.sessions': 1,
      'themeday.times': 2,
      'themeday.people': 2,
      'themeday.mobile.people': 1,
      'themeday.rate': '2/5',
      'themeday.attendance': '2/3',
      'themeday.coverage': '1/3',
    })
  })

  it('of mobile members restrict both sides of a ratio', () => {
    expect(values({ mobile: true }, 'c')).toMatchObject({
      'quiz.people': 0,
      'quiz.rate': '0/1',
      'themeday.people': 1,
      'themeday.times': 1,
      'themeday.sessions': 1,
      'themeday.rate': '1/1',
      'themeday.attendance': '1/1',
      // of branches, not of members
      'themeday.coverage': '1/3',
    })
  })

  it('have no rate where there is nothing to divide by, and no value where nothing is recorded', () => {
    const [context] = contexts({}, ['e'])
    if (!context) throw new Error('no context')
    expect(evaluate('quiz.people', context)).toEqual({ code: 'quiz.people', value: 0, state: 'ok' })
    expect(evaluate('quiz.rate', context)).toEqual({
      code: 'quiz.rate',
      value: null,
      state: 'notDue',
      numerator: 0,
      denominator: 0,
    })
    expect(evaluate('themeday.attendance', context).state).toBe('notDue')
    expect(evaluate('inspection.units', context)).toEqual({ code: 'inspection.units', value: null, state: 'noSource' })
    for (const figure of evaluateAll(
      metrics.filter(({ source }) => source === null).map(({ code }) => code),
      context,
    )) {
      expect(figure).toEqual({ code: figure.code, value: null, state: 'noSource' })
    }
  })

  it('are the same for children together as for each alone', () => {
    const together = contexts({}, ['a', 'b', 'e']).map((context) => evaluateAll(liveCodes, context))
    const alone = ['a', 'b', 'e'].map((id) => evaluateAll(liveCodes, contexts({}, [id])[0] as never))
    expect(together).toEqual(alone)
    const family = createFamily({ ...input, slice: {} }, tree.byId.get('c') as never)
    expect(family.children.map((context) => evaluateAll(liveCodes, context))).toEqual(alone)
    expect(evaluateAll(liveCodes, family.own)).toEqual(evaluateAll(liveCodes, contexts({}, ['c'])[0] as never))
    expect(together[0]?.find(({ code }) => code === 'themeday.coverage')).toMatchObject({
      numerator: 1,
      denominator: 1,
    })
  })
})

describe('slices', () => {
  it('by age and by being probationary choose members, on both sides of a ratio', () => {
    // born 1950 and 1960: 0 and 10 are 61 or more, 9 has left
    expect(values({ age: 'from61' }, 'c')).toMatchObject({
      'quiz.people': 1,
      'quiz.rate': '1/2',
      'lesson.people': 2,
      'lesson.times': 3,
      'lesson.count': 2,
      'themeday.attendance': '1/1',
    })
    expect(values({ probationary: true }, 'c')).toMatchObject({ 'lesson.times': 1, 'lesson.rate': '1/1' })
    expect(values({ age: 'to35', mobile: true }, 'c')).toMatchObject({
      'themeday.people': 0,
      'quiz.rate': '0/0 notDue',
    })
    expect(values({ age: 'from36To45', mobile: true }, 'c')).toMatchObject({ 'themeday.people': 1, 'quiz.rate': '0/1' })
  })

  it('by category keep to the branches of it', () => {
    expect(values({ category: 'village' }, 'c')).toMatchObject({
      'quiz.people': 3,
      'quiz.rate': '2/3',
      'lesson.people': 1,
      'themeday.coverage': '1/1',
    })
    expect(values({ category: 'community' }, 'c')).toMatchObject({
      'quiz.people': 0,
      'themeday.coverage': '0/0 notDue',
    })
    const family = createFamily({ ...input, slice: { category: 'village' } }, tree.byId.get('c') as never)
    expect(evaluateAll(liveCodes, family.own)).toEqual(
      evaluateAll(liveCodes, contexts({ category: 'village' }, ['c'])[0] as never),
    )
  })
})

describe('the roster of a period', () => {
  it('is that of its last day, or of today while it has not ended', () => {
    const rate = (to: string, today: string) => {
      const [context] = createContexts({ ...input, slice: {}, to, today }, [tree.byId.get('c') as never])
      return evaluate('quiz.rate', context as never)
    }
    // 9 left on 11-20
    expect(rate('2026-11-19', '2026-12-05')).toMatchObject({ numerator: 3, denominator: 6 })
    expect(rate('2026-11-30', '2026-11-19')).toMatchObject({ numerator: 3, denominator: 6 })
    expect(rate('2026-11-30', '2026-11-20')).toMatchObject({ numerator: 2, denominator: 5 })
  })

  it('has the branches that stood then', () => {
    const ended = buildTree(
      tree.walk.map(({ children: _c, own, ranges: _r, committees: _n, branches: _b, ...record }) => ({
        ...record,
        seats: own,
        endedOn: record.id === 'e' ? '2026-11-15' : null,
      })),
    )
    const coverage = (to: string) =>
      evaluate(
        'themeday.coverage',
        createContexts({ ...input, slice: {}, to }, [ended.byId.get('c') as never])[0] as never,
      )
    expect(coverage('2026-11-14')).toMatchObject({ numerator: 1, denominator: 3 })
    expect(coverage('2026-11-15')).toMatchObject({ numerator: 1, denominator: 2 })
  })
})

const slices: Slice[] = [{}, { mobile: true }, { age: 'from61' }, { probationary: true }, { age: 'to35', mobile: true }]

describe('laws of figures', () => {
  it('people and times are the ledger’s, rates are fractions, a parent is the fold of its children', () => {
    fc.assert(
      fc.property(world, period, fc.constantFrom(...slices), (county, days, slice) => {
        const { facts: ledger, rosters: frozen, blocks, people, tree: random } = county
        const all = ParticipationIndex.of([], { facts: ledger, rosters: frozen, links: Links.of(blocks) })
        const of = { index: all, roster: blocks, slice, ...days, today: '2030-01-01' }
        const age = (bornYear: number) => Number(days.to.slice(0, 4)) - bornYear
        const meant = people.filter(
          (one) =>
            (!slice.age || (slice.age === 'from61' ? age(one.bornYear) >= 61 : age(one.bornYear) <= 35)) &&
            (!slice.probationary || one.fullFrom === null || one.fullFrom > days.to) &&
            placeOn(one, days.to) !== null,
        )
        const isChosen = slice.age !== undefined || slice.probationary !== undefined
        const seats = new Set(meant.flatMap(({ seatings }) => seatings.map(({ seat }) => seat)))
        for (const node of random.walk) {
          const [context] = createContexts(of, [node])
          if (!context) throw new Error('no context')
          const figure = (code: string) => evaluate(code, context)
          for (const kind of ['quiz', 'lesson', 'themeday'] as const) {
            const asked = { kind, ...days, mobileOnly: slice.mobile, ...(isChosen ? { among: seats } : {}) }
            const counted = recount({ facts: ledger }, asked, node.ranges)
            expect(figure(`${kind}.people`).value).toBe(counted.people)
            expect(figure(`${kind}.times`).value).toBe(counted.times)
          }
          for (const { value, numerator, denominator } of evaluateAll(liveCodes, context)) {
            if (denominator === undefined || numerator === undefined) continue
            expect(numerator).toBeLessThanOrEqual(denominator)
            expect(value).toBe(denominator === 0 ? null : numerator / denominator)
          }
          const children = createContexts(of, node.children)
          const family = createFamily(of, node)
          expect(evaluateAll(liveCodes, family.own)).toEqual(evaluateAll(liveCodes, context))
          const inFamily = family.children.map((child) => evaluateAll(childCodes, child))
          expect(inFamily).toEqual(children.map((child) => evaluateAll(childCodes, child)))
          if (children.length === 0) continue
          const total = (code: string, part: 'numerator' | 'denominator' | 'value') =>
            children.reduce((sum, child) => sum + (evaluate(code, child)[part] ?? 0), 0)
          for (const code of ['quiz.rate', 'themeday.attendance', 'themeday.coverage']) {
            expect(figure(code).numerator).toBe(total(code, 'numerator'))
            expect(figure(code).denominator).toBe(total(code, 'denominator'))
          }
          expect(figure('quiz.times').value).toBe(total('quiz.times', 'value'))
          // whoever was transferred is a participant of two, and one above
          expect(figure('quiz.people').value).toBeLessThanOrEqual(total('quiz.people', 'value'))
        }
      }),
      { numRuns: 60 },
    )
  })
})
