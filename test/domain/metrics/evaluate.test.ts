import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Slice } from '../../../src/contracts/stats'
import { createContexts, createFamily, evaluate, evaluateAll, liveCodes, metrics } from '../../../src/domain/metrics'
import { Bitmap, buildTree, makeFact, ParticipationIndex, recount } from '../../../src/domain/participation'
import { startOfDay } from '../../../src/domain/time'
import { period, world } from '../participation/world'

/**
 * 甲支部 in seats 0–9 has members 0, 1, 2 (2 is mobile now); 乙支部 in seats 10–19 has 10, 11; 丙支部 in seats 20–29 has nobody.
 * Quiz q1: 0, 1, 9 (9 has left since). Lessons l1: 0, 10; l2: 0. Theme day t1 (expected 0, 1, 2): 0, and 2, mobile at the time.
 */
const org = (id: string, order: number, seats: [number, number][]) =>
  ({ id, name: id, kind: 'branch', category: null, parentId: 'c', order, seats }) as const
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
const index = ParticipationIndex.of([], facts, (id) => (id === 't1' ? [0, 1, 2] : null))
const roster = { members: Bitmap.from([0, 1, 2, 10, 11]), mobile: Bitmap.from([2]) }
const contexts = (slice: Slice, ids: string[]) => {
  const nodes = ids.map((id) => tree.byId.get(id)).filter((node) => node !== undefined)
  return createContexts({ index, roster, slice, from: '2026-11-01', to: '2026-11-30' }, nodes)
}
const values = (slice: Slice, id: string) => {
  const [context] = contexts(slice, [id])
  return Object.fromEntries(
    liveCodes.map((code) => {
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
    expect(values('all', 'c')).toEqual({
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
    expect(values('mobile', 'c')).toMatchObject({
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
    const [context] = contexts('all', ['e'])
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
    const together = contexts('all', ['a', 'b', 'e']).map((context) => evaluateAll(liveCodes, context))
    const alone = ['a', 'b', 'e'].map((id) => evaluateAll(liveCodes, contexts('all', [id])[0] as never))
    expect(together).toEqual(alone)
    const input = { index, roster, slice: 'all', from: '2026-11-01', to: '2026-11-30' } as const
    const family = createFamily(input, tree.byId.get('c') as never)
    expect(family.children.map((context) => evaluateAll(liveCodes, context))).toEqual(alone)
    expect(evaluateAll(liveCodes, family.own)).toEqual(evaluateAll(liveCodes, contexts('all', ['c'])[0] as never))
    expect(together[0]?.find(({ code }) => code === 'themeday.coverage')).toMatchObject({
      numerator: 1,
      denominator: 1,
    })
  })
})

describe('laws of figures', () => {
  it('people and times are the ledger’s, rates are fractions, a parent is the fold of its children', () => {
    fc.assert(
      fc.property(world, period, fc.constantFrom<Slice>('all', 'mobile'), (county, days, slice) => {
        const whole = ParticipationIndex.of([], county.facts, county.expectedOf)
        const members = Bitmap.from(county.roster)
        const people = { members, mobile: Bitmap.from(county.roster.filter((seat) => seat % 3 === 0)) }
        const input = { index: whole, roster: people, slice, ...days }
        for (const node of county.tree.walk) {
          const [context] = createContexts(input, [node])
          if (!context) throw new Error('no context')
          const figure = (code: string) => evaluate(code, context)
          for (const kind of ['quiz', 'lesson', 'themeday'] as const) {
            const asked = { kind, ...days, mobileOnly: slice === 'mobile' }
            const counted = recount(county.facts, asked, node.ranges)
            expect(figure(`${kind}.people`).value).toBe(counted.people)
            expect(figure(`${kind}.times`).value).toBe(counted.times)
          }
          for (const { value, numerator, denominator } of evaluateAll(liveCodes, context)) {
            if (denominator === undefined || numerator === undefined) continue
            expect(numerator).toBeLessThanOrEqual(denominator)
            expect(value).toBe(denominator === 0 ? null : numerator / denominator)
          }
          const children = createContexts(input, node.children)
          const family = createFamily(input, node)
          expect(evaluateAll(liveCodes, family.own)).toEqual(evaluateAll(liveCodes, context))
          const inFamily = family.children.map((child) => evaluateAll(liveCodes, child))
          expect(inFamily).toEqual(children.map((child) => evaluateAll(liveCodes, child)))
          if (children.length === 0) continue
          const total = (code: string, part: 'numerator' | 'denominator' | 'value') =>
            children.reduce((sum, child) => sum + (evaluate(code, child)[part] ?? 0), 0)
          for (const code of ['quiz.rate', 'themeday.attendance', 'themeday.coverage']) {
            expect(figure(code).numerator).toBe(total(code, 'numerator'))
            expect(figure(code).denominator).toBe(total(code, 'denominator'))
          }
          for (const code of ['quiz.times', 'quiz.people']) expect(figure(code).value).toBe(total(code, 'value'))
        }
      }),
      { numRuns: 50 },
    )
  })
})
