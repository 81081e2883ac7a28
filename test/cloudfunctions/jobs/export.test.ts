import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JobDoc } from '../../../cloudfunctions/_data/documents'
import { startExport } from '../../../src/contracts/exports'
import { getJob, listJobs } from '../../../src/contracts/jobs'
import { completeLesson } from '../../../src/contracts/lesson'
import { dealPaper, submitPaper } from '../../../src/contracts/quiz'
import { getOverview } from '../../../src/contracts/stats'
import { metric } from '../../../src/domain/metrics'
import { HOUR, NOON } from '../../support/county/activities'
import { people } from '../../support/county/county'
import { type County, startCounty } from '../../support/county/start-county'
import { download, exported, finish, newKey, november, opened, rowsOf } from './support'

let county: County

/** e1 and the mobile e2 of east answer the quiz, and w0 of west; e1 completes a lesson. */
beforeAll(async () => {
  county = await startCounty()
  for (const person of ['e1', 'e2', 'w0']) {
    const { attemptId } = await county.as(person).ok(dealPaper, { quizId: 'open' })
    await county.as(person).ok(submitPaper, { attemptId, answers: [] })
  }
  await county.as('e1').ok(completeLesson, { lessonId: 'lesson1', chosen: [1] })
})
afterAll(() => county.cloud.stop())

const overviewOf = (orgId: string) => ({ what: 'overview', orgId })

describe('the overview', () => {
  test('has a sheet for each level, each organisation with its code as text, and where the figures are from', async () => {
    const book = await opened(county, 'countyorg', overviewOf('county'))
    expect(book.SheetNames).toEqual(['县', '党委', '党支部', '其他指标', '数据来源'])
    const branches = rowsOf(book, '党支部')
    expect(branches.map((row) => [row.组织编码, row.组织名称, row.上级组织, row.支部类别, row.期末党员])).toEqual([
      ['east', '东村支部', '示例县 / 示例镇党委', '农村', 3],
      ['west', '西村支部', '示例县 / 示例镇党委', '农村', 2],
      ['desk', '机关一支部', '示例县 / 示例机关党委', '市直机关', 5],
    ])
    expect(book.Sheets.党支部?.A2.t).toBe('s')
  })

  test('has 人数 and 人次 as numbers, rates as percentages with what was divided, and no 0 where there is nothing', async () => {
    const book = await opened(county, 'countyorg', overviewOf('county'))
    const [east, west, desk] = rowsOf(book, '党支部')
    const [whole] = rowsOf(book, '县')
    const quizPeople = '参与知识答题党员人数（名）'
    expect([east, west, desk, whole].map((row) => row?.[quizPeople])).toEqual([2, 1, 0, 3])
    expect(whole?.['参与知识答题人次（人次）']).toBe(3)
    // 2 of the 3 members of east, 3 of the 10 of the county
    expect(east?.知识答题参学率).toBeCloseTo(2 / 3, 10)
    expect(whole).toMatchObject({
      知识答题参学率: 0.3,
      '知识答题参学率：其中本期参加过的': 3,
      '知识答题参学率：期末在册党员': 10,
    })
    const [first] = Object.entries(book.Sheets.县 ?? {}).filter(([, cell]) => cell?.w === '30.00%')
    expect(first?.[1]).toMatchObject({ t: 'n', v: 0.3 })
    // no theme day was opened in west, so nobody was expected and there is no rate
    expect(west).not.toHaveProperty('主题党日到会率')
    expect(west?.说明).toContain('主题党日到会率：分母为零，不计算')
  })

  test('says the same as the page', async () => {
    const seen = await county.as('townorg').ok(getOverview, { orgId: 'town', ...november })
    const book = await opened(county, 'townorg', overviewOf('town'))
    const [town] = rowsOf(book, '党委')
    let compared = 0
    for (const { code, value } of seen.figures) {
      const { kind, name, unit } = metric(code)
      if (code.startsWith('imbalance.')) continue
      expect(town?.[kind === 'ratio' ? name : `${name}（${unit}）`] ?? null).toBe(value)
      compared += 1
    }
    expect(compared).toBeGreaterThan(15)
  })

  test('tells in a sheet of its own what it is: period, range, who made it when, and every definition', async () => {
    const job = await exported(county, 'townorg', { ...overviewOf('town'), slice: { mobile: true } })
    expect(job.file?.fileName).toBe('示例镇党委参与统计（流动党员）（2026-11-01至2026-11-30）.xlsx')
    expect(job.title).toBe('示例镇党委参与统计（流动党员） 2026-11-01 至 2026-11-30')
    const book = await opened(county, 'townorg', { ...overviewOf('town'), slice: { mobile: true } })
    const sources = rowsOf(book, '数据来源')
    const content = (item: string) => sources.find((row) => row.项目或编码 === item)?.内容或定义
    expect(content('时间段')).toContain('2026-11-01 至 2026-11-30')
    expect(content('范围')).toBe('流动党员')
    expect(content('制表人')).toBe('测试townorg')
    expect(content('统计截至')).toMatch(/^2026-11-10 \d\d:\d\d/)
    // only e2 is a mobile member, and answered
    expect(content('参与记录')).toBe('知识答题 1 人次；微党课 0 人次；主题党日 0 人次')
    expect(content('不在内')).toContain('台账')
    expect(sources.find((row) => row.项目或编码 === 'quiz.people')).toMatchObject({
      指标: metric('quiz.people').name,
      单位: '名',
      算法: '去重计数',
      内容或定义: metric('quiz.people').definition,
    })
    expect(book.SheetNames).not.toContain('其他指标')
  })
})

describe('who has not taken part', () => {
  const missing = { what: 'missing', orgId: 'town', kind: 'quiz' }

  test('is by branch and by name for those responsible', async () => {
    const book = await opened(county, 'townorg', missing)
    expect(rowsOf(book, '按支部').map((row) => [row.组织编码, row.期末党员, row.参加过, row.未参加])).toEqual([
      ['east', 3, 2, 1],
      ['west', 2, 1, 1],
    ])
    expect(rowsOf(book, '名单')).toEqual([
      { 编号: 'e0', 姓名: '测试e0', 所在支部: '东村支部', 上级组织: '示例镇党委', 流动党员: '否' },
      { 编号: 'w1', 姓名: '测试w1', 所在支部: '西村支部', 上级组织: '示例镇党委', 流动党员: '否' },
    ])
  })

  test('has counts only for who may not see names, and says so', async () => {
    const job = await exported(county, 'inspector', missing)
    expect(job.file?.fileName).toContain('未参加人数')
    const book = await opened(county, 'inspector', missing)
    expect(book.SheetNames).toEqual(['按支部', '数据来源'])
    expect(JSON.stringify(book.Sheets)).not.toContain('测试e0')
    expect(JSON.stringify(rowsOf(book, '数据来源'))).toContain('姓名只给直接负责的人')
  })
})

test('activities have their title, who holds them and how many took part', async () => {
  const book = await opened(county, 'countyorg', { what: 'activities', orgId: 'county', kind: 'quiz' })
  expect(rowsOf(book, '活动清单')).toEqual([
    expect.objectContaining({
      活动编码: 'open',
      组织者: '示例县',
      首次参加: '2026-11-10',
      参加人次: 3,
      其中流动党员: 1,
    }),
  ])
})

test('an activity has those who took part, where they belonged', async () => {
  const view = { what: 'participants', orgId: 'county', kind: 'quiz', activityId: 'open' }
  const book = await opened(county, 'countyorg', view)
  expect(rowsOf(book, '按支部').map((row) => [row.组织编码, row.参加人数, row.其中流动党员])).toEqual([
    ['east', 2, 1],
    ['west', 1, 0],
  ])
  expect(rowsOf(book, '名单').map((row) => [row.编号, row.流动党员])).toEqual([
    ['e1', '否'],
    ['e2', '是'],
    ['w0', '否'],
  ])
})

test('categories of fewer than five branches are there with how many they are, and nothing else', async () => {
  const book = await opened(county, 'countyorg', { what: 'categories', orgId: 'county' })
  expect(rowsOf(book, '分类对比')).toEqual([
    { 支部类别: '市直机关', 期末党支部: 1, 说明: '类别太小或能由其他类别推算，不单列' },
    { 支部类别: '农村', 期末党支部: 2, 说明: '类别太小或能由其他类别推算，不单列' },
  ])
})

describe('an order', () => {
  test('sent again is the same job, and costs three requests at most', async () => {
    const key = newKey()
    const view = { ...overviewOf('town'), ...november }
    const first = await county.as('townorg').call(startExport, { key, view })
    const second = await county.as('townorg').call(startExport, { key, view })
    expect(first.databaseRequests).toBeLessThanOrEqual(3)
    if (!first.answer.ok || !second.answer.ok) throw new Error('refused')
    expect(second.answer.data.id).toBe(first.answer.data.id)
    expect(first.answer.data.state).toBe('waiting')
    await finish(county, 'townorg', first.answer.data.id)
  })

  test('leaves nothing in between behind, and is listed with its name and without an address', async () => {
    await exported(county, 'townorg', overviewOf('town'))
    expect(await county.cloud.all('jobParts')).toEqual([])
    // jobs of another kind, however many and however late, do not drive it off the list
    const [stored] = await county.cloud.all<JobDoc>('jobs')
    const others = Array.from({ length: 21 }, (_, n) => ({
      ...stored,
      _id: `analyse.0123456789abcdef${n}`,
      kind: 'analyse',
      personId: 'townorg',
      createdAt: NOON + 1000 * HOUR,
      updatedAt: NOON + 1000 * HOUR,
    }))
    await county.cloud.put('jobs', others)
    const { jobs } = await county.as('townorg').ok(listJobs, { kind: 'export' })
    expect(jobs[0]).toMatchObject({ state: 'done', title: '示例镇党委参与统计 2026-11-01 至 2026-11-30' })
    expect(jobs[0]?.file?.url).toBe('')
  })

  test('is somebody’s own: nobody else gets it, and who may not export gets none', async () => {
    const { id } = await exported(county, 'townorg', overviewOf('town'))
    expect(await county.as('countyorg').code(getJob, { id })).toBe('NOT_FOUND')
    const view = { ...overviewOf('town'), ...november }
    expect(await county.as('e1').code(startExport, { key: newKey(), view })).toBe('FORBIDDEN')
    expect(await county.as('e0').code(startExport, { key: newKey(), view })).toBe('FORBIDDEN')
    const nowhere = { ...view, orgId: 'nowhere' }
    expect(await county.as('townorg').code(startExport, { key: newKey(), view: nowhere })).toBe('NOT_FOUND')
  })

  test('of two years and a day, or of something else, is no order', async () => {
    const bad = [
      { ...overviewOf('town'), from: '2024-01-01', to: '2026-11-30' },
      { ...overviewOf('town'), from: '2026-11-30', to: '2026-11-01' },
      { what: 'everything', orgId: 'town', ...november },
      { ...overviewOf('town'), ...november, kind: 'quiz' },
    ]
    for (const view of bad)
      expect(await county.as('townorg').code(startExport, { key: newKey(), view })).toBe('BAD_INPUT')
  })
})

describe('whoever loses the office', () => {
  const asOrganiser = (roles: object[]) =>
    county.cloud.put('people', [{ ...people.find(({ _id }) => _id === 'townorg'), roles }])
  const office = [{ role: 'organiser', orgId: 'town' }]

  test('before it is done gets nothing, and nothing of it is left', async () => {
    const before = (await county.cloud.all('jobParts')).length
    const view = { what: 'missing', orgId: 'town', kind: 'quiz', ...november }
    const { id } = await county.as('townorg').ok(startExport, { key: newKey(), view })
    await asOrganiser([])
    const job = await finish(county, 'townorg', id)
    await asOrganiser(office)
    expect(job).toMatchObject({ state: 'failed', file: null })
    expect(job.problem).toContain('职责')
    expect(await county.cloud.all('jobParts')).toHaveLength(before)
  })

  test('of seeing names does not get a file with names, though figures would still be theirs', async () => {
    const view = { what: 'missing', orgId: 'town', kind: 'quiz', ...november }
    const { id } = await county.as('townorg').ok(startExport, { key: newKey(), view })
    await asOrganiser([{ role: 'inspector', orgId: 'town' }])
    const job = await finish(county, 'townorg', id)
    await asOrganiser(office)
    expect(job).toMatchObject({ state: 'failed', file: null })
  })

  test('after it was done does not get its address any more', async () => {
    const { id, file } = await exported(county, 'townorg', overviewOf('town'))
    expect(file).not.toBeNull()
    await asOrganiser([])
    const after = await county.as('townorg').ok(getJob, { id })
    await asOrganiser(office)
    expect(after).toMatchObject({ state: 'failed', file: null })
    expect((await county.as('townorg').ok(getJob, { id })).file?.url).toContain('http')
  })
})

test('a week later the file and the job are gone, and not before', async () => {
  const job = await exported(county, 'countyorg', overviewOf('county'))
  // an address that is good for ten minutes from now
  await county.cloud.clock(NOON)
  const { file } = await county.as('countyorg').ok(getJob, { id: job.id })
  const status = async () => (await fetch(file?.url ?? '')).status
  expect(await status()).toBe(200)
  await county.cloud.clock(NOON + 6 * 24 * HOUR)
  await county.cloud.timer('jobs')
  expect((await download(await county.as('countyorg').ok(getJob, { id: job.id }))).length).toBe(job.file?.bytes)
  await county.cloud.clock(NOON + 8 * 24 * HOUR)
  await county.cloud.timer('jobs')
  await county.cloud.timer('jobs')
  expect(await county.as('countyorg').code(getJob, { id: job.id })).toBe('NOT_FOUND')
  await county.cloud.clock(NOON)
  expect((await county.cloud.all<JobDoc>('jobs')).filter(({ kind }) => kind === 'export')).toEqual([])
  expect(await status()).toBe(404)
})
