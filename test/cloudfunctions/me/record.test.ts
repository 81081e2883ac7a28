import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OutputOf } from '../../../src/contracts/action'
import { getMyRecord } from '../../../src/contracts/me'
import { correctParticipation, transferMember } from '../../../src/contracts/organise'
import { getOverview } from '../../../src/contracts/stats'
import { correctFact, makeFact } from '../../../src/domain/participation/fact'
import { NOON, themeDays } from '../../support/county/activities'
import { type County, startCounty } from '../../support/county/start-county'

const at = (day: string) => Date.parse(`${day}T10:00:00+08:00`)
const places = { e0: 0, e1: 1, e2: 2 } as const
const fact = (who: keyof typeof places, kind: 'quiz' | 'lesson' | 'themeday', activityId: string, day: string) =>
  makeFact({
    kind,
    activityId,
    person: { id: who, seat: places[who], orgId: 'east', mobile: who === 'e2' },
    occurredAt: at(day),
    recordedAt: at(day),
    channel: 'self',
  })
const again = { recorder: 'e0', reason: '日期更正', recordedAt: NOON }

let county: County
beforeAll(async () => {
  county = await startCounty()
  const moved = fact('e1', 'lesson', 'lesson1', '2026-11-01')
  const taken = fact('e1', 'quiz', 'closed', '2026-10-30')
  const proxied = makeFact({
    ...fact('e1', 'themeday', 'eastpast', '2026-11-08'),
    person: { id: 'e1', seat: 1, orgId: 'east', mobile: false },
    channel: 'proxy',
    recorder: 'e0',
    reason: '年老体弱',
  })
  await county.cloud.put('facts', [
    fact('e1', 'quiz', 'open', '2026-11-09'),
    taken,
    { ...correctFact(taken, { ...again, reason: '录入有误', withdrawn: true }) },
    // moved from the first of November to the last of October
    moved,
    correctFact(moved, { ...again, withdrawn: false, occurredAt: at('2026-10-31') }),
    proxied,
    fact('e1', 'quiz', 'longago', '2026-02-10'),
    fact('e0', 'quiz', 'open', '2026-11-09'),
    fact('e2', 'lesson', 'lesson1', '2026-11-05'),
  ])
})
afterAll(() => county.cloud.stop())

const countsOf = ({ months }: OutputOf<typeof getMyRecord>) =>
  months.map(({ month, quizzes, lessons, themeDays: days, expected }) => [month, quizzes, lessons, days, expected])

test('a record is what stands, in the month of its day; a theme day is expected where one was on its roster', async () => {
  const { answer, databaseRequests } = await county.as('e1').call(getMyRecord, { before: null })
  if (!answer.ok) throw new Error(answer.error.code)
  expect(databaseRequests).toBe(2)
  expect(countsOf(answer.data)).toEqual([
    // eastpast (8 November) had e1's seat on its frozen roster
    ['2026-11', 1, 0, 1, 1],
    ['2026-10', 0, 1, 0, null],
    ['2026-09', 0, 0, 0, null],
    ['2026-08', 0, 0, 0, null],
    ['2026-07', 0, 0, 0, null],
    ['2026-06', 0, 0, 0, null],
  ])
  const [november, october] = answer.data.months
  expect(november?.entries).toMatchObject([
    { kind: 'quiz', title: '测试答题open', orgName: '东村支部', channel: 'self', corrected: false, reason: null },
    { title: '测试主题党日eastpast', channel: 'proxy', corrected: false, reason: '年老体弱' },
  ])
  expect(october?.entries).toMatchObject([
    { kind: 'lesson', title: '测试微党课', day: '2026-10-31', corrected: true, withdrawn: false, reason: '日期更正' },
    { kind: 'quiz', title: '测试答题closed', withdrawn: true, corrected: true, reason: '录入有误' },
  ])
})

test('further back it goes on until the first participation, which may be of something that is no longer kept', async () => {
  const first = await county.as('e1').ok(getMyRecord, { before: null })
  expect(first.next).toBe('2026-06')
  const second = await county.as('e1').ok(getMyRecord, { before: first.next })
  expect(second.months.map(({ month }) => month)).toEqual(['2026-05', '2026-04', '2026-03', '2026-02'])
  expect(second.months[3]?.entries).toMatchObject([{ title: '应知应会答题' }])
  expect(second.next).toBeNull()
})

test('months that have not begun are not asked for, whatever the phone says', async () => {
  const { months } = await county.as('e1').ok(getMyRecord, { before: '2099-12' })
  expect(months[0]?.month).toBe('2026-11')
})

test('who has done nothing yet has the present month, and it is empty', async () => {
  const record = await county.as('w0').ok(getMyRecord, { before: null })
  expect(countsOf(record)).toEqual([['2026-11', 0, 0, 0, null]])
  expect(record.next).toBeNull()
})

/** 人次 of east in a month, as the figures say it. */
async function timesOf(month: string, last: number) {
  const { figures } = await county
    .as('e0')
    .ok(getOverview, { orgId: 'east', from: `${month}-01`, to: `${month}-${last}` })
  const value = (code: string) => {
    const figure = figures.find((one) => one.code === code)
    if (!figure) throw new Error(`no figure ${code}`)
    return 'value' in figure ? figure.value : figure
  }
  return [value('quiz.times'), value('lesson.times'), value('themeday.times')]
}

/** The same from the records of its members. */
async function sumOf(month: string) {
  const sum = [0, 0, 0]
  for (const who of ['e0', 'e1', 'e2']) {
    const { months } = await county.as(who).ok(getMyRecord, { before: null })
    const one = months.find((some) => some.month === month)
    ;[one?.quizzes, one?.lessons, one?.themeDays].forEach((count, i) => {
      sum[i] = (sum[i] ?? 0) + (count ?? 0)
    })
  }
  return sum
}

test.each([
  ['2026-11', 30, [2, 1, 1]],
  ['2026-10', 31, [0, 1, 0]],
])('the records of a branch in %s add up to what the figures count', async (month, last, expected) => {
  expect(await sumOf(month)).toEqual(expected)
  expect(await timesOf(month, last)).toEqual(expected)
  // and after the fold, when the index has taken the facts up
  await county.cloud.timer('rollup')
  expect(await timesOf(month, last)).toEqual(expected)
})

test('what is withdrawn leaves the record and the figures together', async () => {
  const correction = { kind: 'quiz', activityId: 'open', personId: 'e1', withdrawn: true, reason: '不是本人' }
  await county.as('e0').ok(correctParticipation, correction)
  expect(await sumOf('2026-11')).toEqual([1, 1, 1])
  expect(await timesOf('2026-11', 30)).toEqual([1, 1, 1])
})

test('after a transfer the record says where each one counts, and the old theme day stays expected', async () => {
  const move = { key: 'record-transfer', personId: 'e1', into: 'west', day: '2026-11-09' }
  await county.as('townorg').ok(transferMember, move)
  const { months } = await county.as('e1').ok(getMyRecord, { before: null })
  expect(months[0]).toMatchObject({ themeDays: 1, expected: 1 })
  expect(months[0]?.entries.map(({ title, orgName }) => [title, orgName])).toContainEqual([
    `测试主题党日${themeDays[2]?._id}`,
    '东村支部',
  ])
})
