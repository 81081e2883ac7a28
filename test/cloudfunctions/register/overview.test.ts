import { afterAll, beforeAll, expect, test } from 'vitest'
import { defineIndicator, listIndicators, retireIndicator } from '../../../src/contracts/register'
import { getIndicator, getRegister, judgeEntry, submitEntry } from '../../../src/contracts/register-entries'
import { type County, startCounty } from '../../support/county/start-county'
import { putDesks, Q3, said } from './support'

let county: County
beforeAll(async () => {
  county = await startCounty()
  await putDesks(county)
})
afterAll(() => county.cloud.stop())

const DAY = '2026-11-10'
const code = 'discipline.checks'
const at = (orgId: string) => ({ orgId, code, period: Q3 })
const accept = { accept: true } as const

test('the county sees how many have reported, who is late, and the sum of what is accepted', async () => {
  const row = async () =>
    (await county.as('countyorg').ok(getRegister, { orgId: 'county', day: DAY })).rows.find(
      ({ indicator }) => indicator.code === code,
    )
  expect(await row()).toMatchObject({ period: Q3, due: 2, reported: 0, waiting: 0, overdue: 2, sum: '0' })
  await county.as('townorg').ok(submitEntry, { ...at('town'), ...said('12') })
  expect(await row()).toMatchObject({ due: 2, reported: 0, waiting: 1, overdue: 1, sum: '0' })
  await county.as('countyorg').ok(judgeEntry, { ...at('town'), n: 1, verdict: accept })
  expect(await row()).toMatchObject({ due: 2, reported: 1, waiting: 0, overdue: 1, sum: '12' })

  const { children, missing, total, periods } = await county.as('inspector').ok(getIndicator, { orgId: 'county', code })
  expect(children.map(({ org, due, reported, entry }) => [org.id, due, reported, entry?.standing])).toEqual([
    ['town', 1, 1, '12'],
    ['office', 1, 0, null],
  ])
  expect(missing).toMatchObject([{ org: { id: 'office' }, state: 'missing', overdue: true }])
  expect(total).toEqual({ due: 2, reported: 1, waiting: 0, overdue: 1, sum: '12' })
  expect(periods.map(({ period, reported, due }) => [period, reported, due])).toEqual([
    ['2026-Q1', 0, 2],
    ['2026-Q2', 0, 2],
    [Q3, 1, 2],
  ])
})

test('what one should report comes first: returned, then missing; and nobody is told of another desk’s', async () => {
  const register = (who: string, orgId: string) => county.as(who).ok(getRegister, { orgId, day: DAY })
  const before = await register('officeorg', 'office')
  expect(before.todo).toHaveLength(11)
  expect(before.todo.every(({ entry }) => entry.state === 'missing' && entry.overdue)).toBe(true)
  expect(before.toJudge).toEqual([])
  await county.as('officeorg').ok(submitEntry, { ...at('office'), ...said('3') })
  await county
    .as('countyorg')
    .ok(judgeEntry, { ...at('office'), n: 1, verdict: { accept: false, words: '缺来源文件' } })
  const after = await register('officeorg', 'office')
  expect(after.todo[0]).toMatchObject({ code, entry: { state: 'returned', value: '3', orgId: 'office' } })
  expect(after.todo).toHaveLength(11)
  // the county's organiser could report for the committees, but it is not theirs to do
  expect((await register('countyorg', 'county')).todo).toEqual([])
  expect((await register('inspector', 'county')).todo).toEqual([])
  // a branch under a committee reports nothing of its own
  expect(await register('e0', 'east')).toMatchObject({ rows: [], todo: [] })
})

test('what was reported by oneself is for somebody else to judge', async () => {
  const other = { ...at('town'), code: 'discipline.cases' }
  await county.as('both').ok(submitEntry, { ...other, ...said('2') })
  const waiting = async (who: string) =>
    (await county.as(who).ok(getRegister, { orgId: 'county', day: DAY })).toJudge.map((one) => one.code)
  expect(await waiting('both')).toEqual([])
  expect(await waiting('countyorg')).toEqual(['discipline.cases'])
  expect(await waiting('inspector')).toEqual([])
})

test('more than a hundred wait: the oldest hundred of those that are the caller’s to judge, and how many there are in all', async () => {
  const entry = (i: number, more: object = {}) => ({
    _id: `discipline.exposed.town.${2100 + i}`,
    ...{ code: 'discipline.exposed', orgId: 'town', path: ['county', 'town'], period: String(2000 + (i % 99)) },
    ...{ periodEnd: '2026-09-30', revision: 1, state: 'submitted', accepted: null },
    last: { value: i, asOfDay: '2026-09-30', jump: false, at: 1000 + i },
    submissions: [{ by: 'townorg' }],
    ...more,
  })
  const many = Array.from({ length: 130 }, (_, i) => entry(i))
  // older than all of them, and nothing that countyorg may judge: their own, and that of the county by themselves
  const own = Array.from({ length: 110 }, (_, i) =>
    entry(i, {
      _id: `own.${i}`,
      last: { value: 0, asOfDay: '2026-09-30', jump: false, at: i },
      submissions: [{ by: 'countyorg' }],
    }),
  )
  await county.cloud.put('registerEntries', [...many, ...own])
  const of = async (who: string, orgId = 'county') => {
    const { toJudge, toJudgeCount } = await county.as(who).ok(getRegister, { orgId, day: DAY })
    return [toJudge.length, toJudgeCount, toJudge[0]?.entry.value]
  }
  const before = (await county.cloud.all<{ state: string }>('registerEntries')).filter(
    ({ state }) => state === 'submitted',
  ).length
  // besides the 110 there is one that both reported, which countyorg may judge
  const [length, count] = await of('countyorg')
  expect([length, count]).toEqual([100, before - 110])
  expect(await of('townorg', 'town')).toEqual([0, 0, undefined])
  expect(await of('inspector')).toEqual([0, 0, undefined])
  for (const { _id } of [...many, ...own])
    await county.cloud.put('registerEntries', [{ ...entry(0), _id, state: 'accepted' }])
})

const trees = {
  ...{ orgId: 'town', code: 'local.trees', unit: '棵', kind: 'sum', decimals: 1, cycle: 'month', negative: false },
  ...{ name: '植树', definition: '本月栽下的树，补栽的不算', from: '2026-09-01', was: 0 },
  reporters: { kinds: ['branch'], categories: ['village'] },
}

test('an administrator defines an indicator, and it is reported without a release', async () => {
  const defined = await county.as('townadmin').ok(defineIndicator, trees)
  expect(defined).toMatchObject({ orgId: 'town', builtIn: false, revision: 1, until: null })
  expect(await county.as('townadmin').ok(defineIndicator, trees)).toEqual(defined)
  const month = { orgId: 'east', code: 'local.trees', period: '2026-10' }
  await county.as('e0').ok(submitEntry, { ...month, ...said('12.5', { asOfDay: '2026-10-31' }) })
  await county.as('townorg').ok(judgeEntry, { ...month, n: 1, verdict: accept })
  const seen = await county.as('countyorg').ok(getIndicator, { orgId: 'county', code: 'local.trees' })
  expect(seen.children).toMatchObject([{ org: { id: 'town' }, due: 2, reported: 1, sum: '12.5', entry: null }])
  expect(seen.missing.map(({ org }) => org.id)).toEqual(['west'])
  // office has nothing to do with it
  expect(await county.as('officeorg').code(getIndicator, { orgId: 'office', code: 'local.trees' })).toBe('NOT_FOUND')
  const known = async (orgId: string) =>
    (await county.as('inspector').ok(listIndicators, { orgId })).indicators.some((one) => one.code === 'local.trees')
  expect([await known('county'), await known('east'), await known('office')]).toEqual([true, true, false])
})

test.each([
  ['a code that is a metric’s', { code: 'quiz.people' }, 'INDICATOR_TAKEN'],
  ['a code that is taken, invented anew', { definition: '另一个指标，另一种算法' }, 'INDICATOR_TAKEN'],
  ['a code that another organisation has', { orgId: 'east', definition: '支部自己的' }, 'INDICATOR_TAKEN'],
  ['another unit', { unit: '株', was: 1 }, 'INDICATOR_FIXED'],
  ['a change before the last one', { name: '植树造林', from: '2026-08-31', was: 1 }, 'INDICATOR_DAY'],
  ['a change of what was not seen', { name: '植树造林', was: 2 }, 'CHANGED_MEANWHILE'],
  ['a definition that may not be said', { code: 'local.other', definition: '测试违规的定义' }, 'TEXT_REFUSED'],
  ['a code with a capital', { code: 'Local.trees' }, 'BAD_INPUT'],
  ['nobody who reports', { code: 'local.other', reporters: { kinds: [], categories: [] } }, 'BAD_INPUT'],
])('%s is refused', async (_what, extra, answered) => {
  expect(await county.as('townadmin').code(defineIndicator, { ...trees, ...extra })).toBe(answered)
})

test('of two administrators who change it at once one is told', async () => {
  const calls = ['植树一', '植树二'].map((name) =>
    county.as('townadmin').call(defineIndicator, { ...trees, name, from: '2026-11-01', was: 1 }),
  )
  const answers = (await Promise.all(calls)).map(({ answer }) => (answer.ok ? 'ok' : answer.error.code))
  expect(answers.sort()).toEqual(['CHANGED_MEANWHILE', 'ok'])
})

test('an indicator that has ended is not reported any more, and can go on', async () => {
  const end = { orgId: 'town', code: 'local.trees', until: '2026-10-15', was: 2 }
  expect(await county.as('admin').code(retireIndicator, { ...end, orgId: 'county' })).toBe('NOT_FOUND')
  expect(await county.as('townadmin').code(retireIndicator, { ...end, was: 1 })).toBe('CHANGED_MEANWHILE')
  expect(await county.as('townadmin').code(retireIndicator, { ...end, until: '2026-08-31' })).toBe('INDICATOR_DAY')
  const ended = await county.as('townadmin').ok(retireIndicator, end)
  expect(await county.as('townadmin').ok(retireIndicator, end)).toEqual(ended)
  const month = { orgId: 'west', code: 'local.trees', period: '2026-10' }
  expect(await county.as('townorg').code(submitEntry, { ...month, ...said('1', { asOfDay: '2026-10-31' }) })).toBe(
    'NOT_DUE',
  )
  await county.as('townadmin').ok(retireIndicator, { ...end, until: null, was: 3 })
  await county.as('townorg').ok(submitEntry, { ...month, ...said('1', { asOfDay: '2026-10-31' }) })
})

test('a built-in indicator takes another name from a day on, at the top only', async () => {
  const { indicators } = await county.as('admin').ok(listIndicators, { orgId: 'county' })
  const found = indicators.find((one) => one.code === 'poverty.villages')
  if (!found) throw new Error('it is not there')
  const { builtIn: _b, until: _u, revision, ...rest } = found
  const renamed = { ...rest, orgId: 'county', name: '帮扶：重点村', from: '2026-10-01', was: revision }
  expect(await county.as('townadmin').code(defineIndicator, { ...renamed, orgId: 'town' })).toBe('INDICATOR_TAKEN')
  expect(await county.as('admin').ok(defineIndicator, renamed)).toMatchObject({
    name: '帮扶：重点村',
    builtIn: true,
    revision: 1,
  })
})

test('an indicator that was changed fifty times takes no further change', async () => {
  const { code, was: _was, name, definition, reporters, ...lasting } = { ...trees, code: 'local.full' }
  const versions = Array.from({ length: 50 }, (_, i) => ({
    from: '2026-09-01',
    name: `${name}${i}`,
    definition,
    reporters,
  }))
  const stored = { ...lasting, path: ['county', 'town'], until: null, versions, revision: 50 }
  await county.cloud.put('indicators', [{ _id: code, ...stored }])
  expect(await county.as('townadmin').code(defineIndicator, { ...trees, code, was: 50 })).toBe('INDICATOR_FULL')
})
