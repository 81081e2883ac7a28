import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Figure, Slice } from '@/contracts/stats'
import { categories, createFamily, evaluateAll, liveCodes, type MetricContext, metric } from '@/domain/metrics'
import {
  buildTree,
  foldSegment,
  Links,
  type OrgNode,
  ParticipationIndex,
  packSegment,
  planFold,
  type Segment,
  unpackSegment,
} from '@/domain/participation'
import { expectedSeats, mobileSeats } from '@/domain/themeday'
import { dayOf, type Period } from '@/domain/time/day'
import { countyPlans } from '../../../local-cloud/demo/sizes'
import { invent, shanghai } from '../unit/demo-county'
import { type Expected, expectedByCategory, expectedFigures } from '../unit/expected-figures'

const today = '2026-11-22'
const { truth, docs } = await invent(shanghai(`${today}T10:20`), countyPlans.figures)
const { organisations, people, facts, themeDays, segments, rosters } = docs

const stored = segments.map(({ _id, kind, month, part, version, data }) =>
  unpackSegment({ _id, kind, month, part }, version, inflateSync(Buffer.from(data, 'base64'))),
)
const index = ParticipationIndex.of(stored, { links: Links.of(rosters) })
const tree = buildTree(organisations.map(({ _id, path: _, ...record }) => ({ id: _id, ...record })))

const year = { from: '2025-11-01', to: '2026-11-22' }
const quarter = { from: '2026-07-01', to: '2026-09-30' }
const month = { from: '2026-02-01', to: '2026-02-28' }
/** Over the end of a half-year, with the day of the merges in it. */
const odd = { from: '2026-06-17', to: '2026-07-03' }

const asked: [name: string, Slice, Period[]][] = [
  ['everyone', {}, [year, quarter, month, odd]],
  ['mobile members', { mobile: true }, [year, odd]],
  ['the elderly', { age: 'from61' }, [quarter]],
  ['probationary members', { probationary: true }, [year]],
  ['villages', { category: 'village' }, [odd]],
  ['the young of new organisations', { category: 'newOrganisation', age: 'to35' }, [year]],
]

/** As the figure says it, for comparison. */
const said = ({ value, numerator, denominator }: Figure): Expected | null =>
  numerator !== undefined && denominator !== undefined ? { numerator, denominator } : value

/** Every organisation once, with its figures: the county by itself, all others as children of those above them. */
function* figuresOf(period: Period, slice: Slice) {
  for (const node of tree.walk) {
    if (node.children.length === 0) continue
    const { own, children } = createFamily({ index, roster: rosters, ...period, slice, today }, node)
    const below = node.children.map((child, i) => ({ node: child, context: children[i] as MetricContext }))
    yield {
      node,
      members: own.members(),
      figures: evaluateAll(liveCodes, own),
      below: below.map((one) => ({
        node: one.node,
        members: one.context.members(),
        figures: evaluateAll(liveCodes, one.context),
      })),
    }
  }
}

/** What an organisation's figures say otherwise than the truth, in words. */
function differences(node: OrgNode, figures: readonly Figure[], period: Period, slice: Slice): string[] {
  const expected = expectedFigures(truth, node.id, period, slice)
  if (node.kind === 'county') {
    for (const entry of expectedByCategory(truth, node.id, period, slice, categories)) expected.set(...entry)
  }
  return figures.flatMap((figure) => {
    const wanted = expected.get(figure.code)
    if (wanted === undefined || figure.state === 'suppressed') return []
    const [is, shouldBe] = [said(figure), wanted].map((one) => JSON.stringify(one))
    return is === shouldBe ? [] : [`${node.id} ${figure.code} is ${is}, not ${shouldBe}`]
  })
}

/** Where a whole is not what its parts make. */
function faults(whole: Figure, parts: readonly Figure[]): string[] {
  const sum = (of: (figure: Figure) => number | null | undefined) =>
    parts.reduce((total, figure) => total + (of(figure) ?? 0), 0)
  const { kind } = metric(whole.code)
  if (kind === 'ratio') {
    const adds =
      sum(({ numerator }) => numerator) === whole.numerator &&
      sum(({ denominator }) => denominator) === whole.denominator
    return adds ? [] : [`${whole.code}: the parts of the ratio do not add up`]
  }
  const value = whole.value ?? Number.NaN
  const most = sum((figure) => figure.value)
  if (kind !== 'distinct') return value === most ? [] : [`${whole.code}: ${value} is not ${most}`]
  const least = Math.max(...parts.map((figure) => figure.value ?? 0))
  return least <= value && value <= most ? [] : [`${whole.code}: ${value} is not between ${least} and ${most}`]
}

describe('the year of the demo county', () => {
  const standing = organisations.filter(({ endedOn }) => endedOn === null)

  it('has the organisations that its plan says, enough of every category to be shown', () => {
    const ofKind = (kind: string) => standing.filter((one) => one.kind === kind).length
    expect(['county', 'committee', 'generalBranch', 'branch'].map(ofKind)).toEqual([1, 12, 4, 180])
    for (const category of categories) {
      expect(standing.filter((one) => one.category === category).length).toBeGreaterThanOrEqual(5)
    }
    expect(new Set(organisations.map(({ name }) => name)).size).toBe(organisations.length)
    for (const { name } of organisations) expect(name).toMatch(/示例|样例|测试|演示/)
  })

  it('has 3,600 people with different names, 29 % of 61 or more, some who moved in every way', () => {
    expect(people).toHaveLength(3600)
    expect(new Set(people.map(({ name }) => name)).size).toBe(3600)
    expect(people.filter(({ bornYear }) => 2026 - bornYear >= 61)).toHaveLength(1044)
    const happened = new Set(docs.moves.map(({ kind }) => kind))
    expect([...happened].sort()).toEqual(['admit', 'becomeFull', 'comeHome', 'goAway', 'leave', 'transfer'])
    expect(new Set(people.flatMap(({ seatings }) => seatings.map(({ seat }) => seat))).size).toBe(
      people.reduce((sum, { seatings }) => sum + new Set(seatings.map(({ seat }) => seat)).size, 0),
    )
  })

  it('has branches that ended in another one, with nobody left, and some that were founded, with nothing before', () => {
    const ended = organisations.filter(({ endedOn }) => endedOn !== null)
    const founded = organisations.filter(({ foundedOn }) => foundedOn)
    expect([ended.length, founded.length]).toEqual([docs.reorganisations.length, 2])
    for (const { _id, endedOn, successors } of ended) {
      expect(people.some(({ orgId }) => orgId === _id)).toBe(false)
      expect(standing.map((one) => one._id)).toEqual(expect.arrayContaining(successors))
      const own = facts.filter(({ orgId }) => orgId === _id)
      expect(own.length).toBeGreaterThan(10)
      expect(own.every(({ day }) => day < (endedOn ?? ''))).toBe(true)
    }
    for (const { _id, foundedOn } of founded) {
      const own = facts.filter(({ orgId }) => orgId === _id)
      expect(own.length).toBeGreaterThan(0)
      expect(own.every(({ day }) => day >= (foundedOn ?? ''))).toBe(true)
    }
  })

  it('has every kind of entry in its ledger and beside it', () => {
    expect(new Set(facts.map(({ channel }) => channel))).toEqual(new Set(['self', 'remote', 'proxy']))
    expect(facts.some(({ revision, withdrawn }) => revision === 1 && withdrawn)).toBe(true)
    expect(facts.some(({ earlier, day }) => earlier.some((place) => place.day.slice(0, 7) !== day.slice(0, 7)))).toBe(
      true,
    )
    const states = docs.attendances.map(({ leave, lateScan }) => lateScan?.state ?? (leave ? 'leave' : '?'))
    expect(new Set(states)).toEqual(new Set(['leave', 'accepted', 'declined']))
    // joint ones are a committee's
    expect(
      themeDays.filter(({ orgId }) => orgId.includes('-town-') && orgId.split('-').length === 3).length,
    ).toBeGreaterThan(4)
    // some were planned and never opened
    expect(
      themeDays.filter(({ status, startsAt }) => status === 'planned' && dayOf(startsAt) < today).length,
    ).toBeGreaterThan(10)
  })

  it('has something to say: a committee that rises, one that falls, branches that do nothing for months, weak categories', () => {
    const rate = (orgId: string, of: string, slice: Slice = {}) => {
      const { quiz, members } = truth.truthOf(orgId, { from: `${of}-01`, to: `${of}-28` }, slice)
      return quiz.participated / members
    }
    expect(rate('shili-town-1', '2026-10') / rate('shili-town-1', '2025-12')).toBeGreaterThan(1.3)
    expect(rate('shili-town-2', '2026-10') / rate('shili-town-2', '2025-12')).toBeLessThan(0.7)
    const of = (category: Slice['category']) => rate('shili', '2026-10', { category })
    expect(of('cityOffice')).toBeGreaterThan(of('village'))
    expect(of('village')).toBeGreaterThan(of('newOrganisation'))
    const still = standing.filter(({ _id, kind }) => {
      if (kind !== 'branch') return false
      const { quiz, lesson, themeday } = truth.truthOf(_id, { from: '2026-09-01', to: '2026-11-22' })
      return quiz.times + lesson.times + themeday.times === 0
    })
    expect(still.length).toBeGreaterThanOrEqual(3)
    expect(still.length).toBeLessThan(12)
  })

  it('asks the truth about figures that there are', () => {
    const awaited = ['lesson.mobile.times', 'themeday.mobile.times']
    const known = [...expectedFigures(truth, 'shili', month).keys()].filter((code) => !awaited.includes(code))
    expect(liveCodes).toEqual(expect.arrayContaining(known))
  })

  it('is indexed as the timer would, which folds facts a thousand at a time in the order of their ids', () => {
    const folded = new Map<string, Segment>()
    const take = (steps: ReturnType<typeof planFold>) => {
      for (const step of steps) folded.set(step.key._id, foldSegment(step, folded.get(step.key._id) ?? null))
    }
    const inOrder = [...facts].sort((a, b) => (a._id < b._id ? -1 : 1))
    for (let at = 0; at < inOrder.length; at += 1000) take(planFold(inOrder.slice(at, at + 1000)))
    take(
      planFold(
        [],
        themeDays.flatMap(({ _id: activityId, startsAt, roster }) =>
          roster
            ? [{ activityId, day: dayOf(startsAt), expected: expectedSeats(roster), mobile: mobileSeats(roster) }]
            : [],
        ),
      ),
    )
    const bytes = (list: readonly Segment[]) =>
      new Map(list.map((one) => [one._id, Buffer.from(packSegment(one)).toString('base64')]))
    expect(bytes(stored)).toEqual(bytes([...folded.values()]))
    expect(facts.every(({ folded: isFolded }) => isFolded)).toBe(true)
  })

  describe.each(asked)('%s', (_name, slice, periods) => {
    it('have the figures that the truth has, at every level, and totals that add up', () => {
      for (const period of periods) {
        const wrong: string[] = []
        for (const { node, members, figures, below } of figuresOf(period, slice)) {
          if (node.kind === 'county') wrong.push(...differences(node, figures, period, slice))
          for (const child of below) wrong.push(...differences(child.node, child.figures, period, slice))
          if (below.reduce((sum, child) => sum + child.members, 0) !== members) wrong.push(`${node.id} members`)
          for (const [i, whole] of figures.entries()) {
            // a category that is hidden below, where its branches are few, may be shown above
            if (whole.code.startsWith('imbalance.')) continue
            const parts = below.flatMap((child) => child.figures[i] ?? [])
            wrong.push(...faults(whole, parts).map((fault) => `${node.id} ${fault}`))
          }
        }
        expect({ ...period, wrong }).toEqual({ ...period, wrong: [] })
      }
    }, 120_000)
  })
})
