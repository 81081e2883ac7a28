import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { FactDoc, SegmentDoc } from '../../../cloudfunctions/_data/documents'
import type { Answer } from '../../../src/contracts/action'
import { correctParticipation, transferMember } from '../../../src/contracts/organise'
import { getOverview, listMissing, recountFigures } from '../../../src/contracts/stats'
import { startOfDay } from '../../../src/domain/time'
import { type County, startCounty } from '../../support/county/start-county'
import { take } from '../../support/county/take'

// what it does takes its time on a loaded machine, and no test is about that
vi.setConfig({ testTimeout: 240_000 })

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.cloud.stop())

const kinds = ['quiz', 'lesson', 'themeday'] as const
const november = { from: '2026-11-01', to: '2026-11-30' }
const september = { from: '2026-09-01', to: '2026-09-30' }

const valuesOf = async (orgId: string, period = november, slice = {}) => {
  const { figures } = await county.as('countyorg').ok(getOverview, { orgId, ...period, slice })
  return Object.fromEntries(figures.map(({ code, value }) => [code, value]))
}
/** Index and ledger, of every kind; throws when they differ. */
const proven = async (orgId: string, period = november) => {
  for (const kind of kinds) {
    const proof = await county.as('countyorg').ok(recountFigures, { orgId, kind, ...period })
    expect(proof.index).toEqual(proof.ledger)
    expect(proof.equal).toBe(true)
  }
}
const everywhere = async (period = november) => {
  for (const orgId of ['county', 'town', 'office', 'east', 'west', 'desk']) await proven(orgId, period)
}
const fold = async () => {
  const answer = await county.cloud.timer<Answer<{ folded: number; left: boolean }>>('rollup')
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.data
}

describe('a county whose people move', () => {
  beforeAll(async () => {
    await county.cloud.put('facts', [
      take('quiz', 'open', 'e0', '2026-11-02'),
      take('quiz', 'open', 'e1', '2026-11-02'),
      take('quiz', 'open', 'e2', '2026-11-03'),
      take('quiz', 'open', 'w0', '2026-11-03'),
      take('lesson', 'lesson1', 'e1', '2026-11-04'),
      take('themeday', 'eastpast', 'e0', '2026-11-08'),
    ])
  })

  test('counts what is not folded yet, and proves it from the ledger', async () => {
    expect(await valuesOf('county')).toMatchObject({ 'quiz.people': 4, 'quiz.times': 4, 'quiz.mobile.people': 1 })
    expect(await valuesOf('town')).toMatchObject({ 'quiz.people': 4, 'quiz.rate': 4 / 5 })
    // eastpast's roster was frozen with e0, e1 and e2 on it; e0 came
    expect(await valuesOf('east')).toMatchObject({ 'themeday.attendance': 1 / 3, 'themeday.people': 1 })
    await everywhere()
  })

  test('two folds at once fold once, and nothing changes', async () => {
    const before = await valuesOf('county')
    const [a, b] = await Promise.all([fold(), fold()])
    expect(a.left || b.left).toBe(false)
    const segments = await county.cloud.all<SegmentDoc>('segments')
    expect(segments.map(({ _id, facts }) => [_id, facts]).sort()).toEqual([
      ['lesson.2026-11.0', 1],
      ['quiz.2026-11.0', 4],
      ['themeday.2026-11.0', 1],
    ])
    for (const { size, data } of segments) expect(data).toHaveLength(size)
    expect(await fold()).toMatchObject({ folded: 0, left: false })
    expect(await valuesOf('county')).toEqual(before)
    await everywhere()
  })

  test('a fold that died before it marked its facts is done again, which changes nothing', async () => {
    const before = await county.cloud.all<SegmentDoc>('segments')
    const facts = await county.cloud.all<FactDoc>('facts')
    await county.cloud.put(
      'facts',
      facts.map((fact) => ({ ...fact, folded: false })),
    )
    const figures = await valuesOf('county')
    expect((await fold()).folded).toBe(facts.length)
    expect(await county.cloud.all<SegmentDoc>('segments')).toEqual(before)
    expect(await valuesOf('county')).toEqual(figures)
  })

  test('after a transfer the past stays where it was, and nobody is counted twice above', async () => {
    await county
      .as('admin')
      .ok(transferMember, { key: 'move-e1-to-desk', personId: 'e1', into: 'desk', day: '2026-11-09' })
    const e1 = (await county.cloud.all<{ _id: string; seat: number }>('people')).find(({ _id }) => _id === 'e1')
    const again = { ...take('quiz', 'second', 'e1', '2026-11-10'), seat: e1?.seat ?? -1, orgId: 'desk' }
    await county.cloud.put('facts', [again])
    for (const folded of [false, true]) {
      if (folded) await fold()
      expect(await valuesOf('east')).toMatchObject({ 'quiz.people': 3, 'quiz.times': 3, 'quiz.rate': 2 / 2 })
      expect(await valuesOf('desk')).toMatchObject({ 'quiz.people': 1, 'quiz.times': 1, 'quiz.rate': 1 / 6 })
      // e0, e1, e2 and w0; e1 twice
      expect(await valuesOf('county')).toMatchObject({ 'quiz.people': 4, 'quiz.times': 5 })
      expect(await valuesOf('county', { from: '2026-11-01', to: '2026-11-08' })).toMatchObject({ 'quiz.people': 4 })
      await everywhere()
    }
  })

  test('is not missing in the new branch for what was done in the old one', async () => {
    const missing = await county.as('countyorg').ok(listMissing, { orgId: 'desk', kind: 'lesson', ...november })
    expect(missing.people?.map(({ id }) => id)).not.toContain('e1')
    const then = { from: '2026-11-01', to: '2026-11-08' }
    const before = await county.as('countyorg').ok(listMissing, { orgId: 'east', kind: 'lesson', ...then })
    // on the roster of 11-08 e1 still sat in east, and had taken the lesson
    expect([before.members, before.people?.map(({ id }) => id)]).toEqual([3, ['e0', 'e2']])
    const theme = await county.as('countyorg').ok(listMissing, { orgId: 'east', kind: 'themeday', ...then })
    expect(theme.people?.map(({ id, orgName }) => [id, orgName])).toEqual([
      ['e1', '东村支部'],
      ['e2', '东村支部'],
    ])
  })

  test('what is taken back goes, folded or not, and comes back', async () => {
    const of = { kind: 'quiz', activityId: 'open', personId: 'w0' } as const
    const correct = (withdrawn: boolean) =>
      county.as('townorg').ok(correctParticipation, { ...of, withdrawn, reason: '录入有误' })
    await correct(true)
    expect(await valuesOf('west')).toMatchObject({ 'quiz.people': 0, 'quiz.times': 0 })
    await everywhere()
    await fold()
    expect(await valuesOf('west')).toMatchObject({ 'quiz.people': 0, 'quiz.times': 0 })
    await everywhere()
    await correct(false)
    expect(await valuesOf('west')).toMatchObject({ 'quiz.people': 1, 'quiz.times': 1 })
    await fold()
    expect(await valuesOf('west')).toMatchObject({ 'quiz.people': 1, 'quiz.times': 1 })
    await everywhere()
    // the ledger keeps all three entries
    expect((await county.cloud.all('facts')).filter(({ personId }) => personId === 'w0')).toHaveLength(3)
  })

  test('a late fact finds its closed month', async () => {
    await county.cloud.put('facts', [take('quiz', 'autumn', 'd0', '2026-09-05')])
    await fold()
    await county.cloud.put('facts', [take('quiz', 'autumn', 'w1', '2026-09-30')])
    expect(await valuesOf('county', september)).toMatchObject({ 'quiz.people': 2 })
    await fold()
    expect(await valuesOf('county', september)).toMatchObject({ 'quiz.people': 2 })
    const segment = (await county.cloud.all<SegmentDoc>('segments')).find(({ _id }) => _id === 'quiz.2026-09.0')
    expect(segment).toMatchObject({ version: 2, facts: 2 })
    await everywhere(september)
  })

  test('slices choose among them', async () => {
    expect(await valuesOf('county', november, { mobile: true })).toMatchObject({ 'quiz.people': 1, 'quiz.rate': 1 })
    // everyone was born in 1970
    expect(await valuesOf('county', november, { age: 'from46To60' })).toMatchObject({ 'quiz.people': 4 })
    expect(await valuesOf('county', november, { age: 'from61' })).toMatchObject({ 'quiz.people': 0, 'quiz.rate': null })
    expect(await valuesOf('county', november, { category: 'village' })).toMatchObject({
      'quiz.people': 4,
      'quiz.rate': 3 / 4,
    })
    expect(await valuesOf('county', november, { probationary: true })).toMatchObject({ 'quiz.people': 0 })
  })
})

describe('what a dashboard costs', () => {
  test('cold and warm, in database requests', async () => {
    await county.cloud.restart()
    await county.cloud.clock(startOfDay('2026-11-12'))
    const year = { orgId: 'county', from: '2026-01-01', to: '2026-12-31' }
    const ask = async () => (await county.as('countyorg').call(getOverview, year)).databaseRequests
    // caller, tail of facts, tail of rosters, organisations, versions of segments, versions of the roster; then
    // all segments of the year in one answer, and the one block of the roster
    expect(await ask()).toBe(8)
    expect(await ask()).toBe(6)
    await county.cloud.put('facts', [take('quiz', 'third', 'd0', '2026-11-11')])
    expect(await ask()).toBe(6)
    await fold()
    // one segment is newer
    expect(await ask()).toBe(7)
    expect(await ask()).toBe(6)
  })
})

describe('a damaged segment', () => {
  test('is an error of its month, never a wrong number, and of that month only', async () => {
    const segments = await county.cloud.all<SegmentDoc>('segments')
    const segment = segments.find(({ _id }) => _id === 'quiz.2026-09.0') as SegmentDoc
    const broken = `${segment.data.slice(0, -8)}AAAAAAA=`
    await county.cloud.put('segments', [{ ...segment, version: segment.version + 1, data: broken }])
    expect(await county.as('countyorg').code(getOverview, { orgId: 'county', ...september })).toBe('INTERNAL')
    await everywhere()
    await county.cloud.put('segments', [{ ...segment, version: segment.version + 2 }])
    await everywhere(september)
  })
})
