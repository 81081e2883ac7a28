import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { QuizDoc } from '../../../cloudfunctions/_data/documents'
import { getHeat, getOverview, listMissing } from '../../../src/contracts/stats'
import { childCodes, imbalanceCode, liveCodes } from '../../../src/domain/metrics'
import { startOfDay } from '../../../src/domain/time'
import { quizzes } from '../../support/county/activities'
import { organisations } from '../../support/county/county'
import { type County, startCounty } from '../../support/county/start-county'
import { take } from '../../support/county/take'

// what it does takes its time on a loaded machine, and no test is about that
vi.setConfig({ testTimeout: 240_000 })

let county: County
beforeAll(async () => {
  county = await startCounty()
  await county.cloud.put('facts', [
    take('quiz', 'old', 'e0', '2026-10-20'),
    take('quiz', 'open', 'e0', '2026-11-08'),
    take('quiz', 'open', 'e1', '2026-11-09'),
    take('quiz', 'open', 'e2', '2026-11-09'),
    take('quiz', 'open', 'w0', '2026-11-09'),
    take('quiz', 'deskquiz', 'd0', '2026-09-30'),
    take('lesson', 'lesson1', 'e1', '2026-11-09'),
    take('themeday', 'eastpast', 'e0', '2026-11-08'),
  ])
  const [quiz] = quizzes
  await county.cloud.put('quizzes', [
    { ...(quiz as QuizDoc), _id: 'old', opensAt: startOfDay('2026-10-15'), closesAt: startOfDay('2026-10-25') },
    // taken back before anybody began
    { ...(quiz as QuizDoc), _id: 'back', opensAt: startOfDay('2026-08-01'), closesAt: 0 },
  ])
})
afterAll(() => county.cloud.stop())

const november = { from: '2026-11-01', to: '2026-11-30' }

const overview = (orgId: string, period = november, slice = {}) =>
  county.as('countyorg').ok(getOverview, { orgId, ...period, slice })
const value = (figures: readonly { code: string; value: number | null }[], code: string) =>
  figures.find((figure) => figure.code === code)?.value

describe('the dashboard of an organisation', () => {
  test('compares with the same days of the month before, kind by kind', async () => {
    const { before, figures } = await overview('county')
    // today is 11-10: the first ten days of October
    expect(before).toMatchObject({ from: '2026-10-01', to: '2026-10-10' })
    // nobody in the county took part in anything then: no data, and so no comparison
    expect(before?.figures).toEqual([])
    expect(value(figures, 'quiz.people')).toBe(4)

    const october = await overview('county', { from: '2026-10-01', to: '2026-10-31' })
    expect(october.before).toMatchObject({ from: '2026-09-01', to: '2026-09-30' })
    expect(value(october.before?.figures ?? [], 'quiz.people')).toBe(1)
    expect(october.before?.figures.some(({ code }) => code.startsWith('lesson.'))).toBe(false)
    expect(october.before?.figures.some(({ code }) => code === 'themeday.people')).toBe(false)
  })

  test('the period before has the figures that it has when it is asked for itself', async () => {
    for (const slice of [{}, { mobile: true }, { category: 'village' }]) {
      for (const orgId of ['county', 'town', 'east']) {
        const { before } = await overview(orgId, { from: '2026-11-01', to: '2026-11-10' }, slice)
        const then = await overview(orgId, { from: before?.from ?? '', to: before?.to ?? '' }, slice)
        const codes = new Set(before?.figures.map(({ code }) => code))
        expect(before?.figures).toEqual(then.figures.filter(({ code }) => codes.has(code)))
        expect(before?.trend).toEqual(then.trend)
      }
    }
  })

  test('has nothing to compare with ahead of today, or over more than a year', async () => {
    expect((await overview('county', { from: '2026-12-01', to: '2026-12-31' })).before).toBeNull()
    expect((await overview('county', { from: '2025-01-01', to: '2026-11-10' })).before).toBeNull()
    expect((await overview('county', { from: '2026-01-01', to: '2026-12-31' })).before).toMatchObject({
      from: '2025-01-01',
      to: '2025-11-10',
    })
  })

  test('counts who is missing as the list does', async () => {
    for (const slice of [{}, { mobile: true }]) {
      const { missing } = await overview('town', november, slice)
      for (const kind of ['quiz', 'lesson', 'themeday'] as const) {
        const list = await county.as('countyorg').ok(listMissing, { orgId: 'town', kind, ...november, slice })
        expect(missing[kind]).toEqual({ missing: list.missing, mobile: list.missingMobile })
      }
    }
    expect((await overview('town')).missing.quiz).toEqual({ missing: 1, mobile: 0 })
  })

  test('tells the children by what they are drawn by, each as its own dashboard tells it', async () => {
    const { children, childrenLeft } = await overview('town')
    expect(childrenLeft).toBe(0)
    expect(children.map(({ org }) => org.id)).toEqual(['east', 'west'])
    for (const { org, figures, members } of children) {
      const own = await overview(org.id)
      expect(figures).toEqual(childCodes.map((code) => own.figures.find((figure) => figure.code === code)))
      expect(members).toBe(own.counts.members)
    }
  })

  test('shows no rate of a category with fewer than five branches, nor what it is made from', async () => {
    const { figures } = await overview('county')
    expect(figures.map(({ code }) => code)).toEqual(liveCodes)
    for (const rate of ['coverage', 'attendance', 'quiz', 'lesson'] as const) {
      const code = imbalanceCode(rate, 'village')
      expect(figures.find((figure) => figure.code === code)).toEqual({
        code,
        value: null,
        state: 'suppressed',
        organisations: 2,
      })
    }
  })
})

describe('the months of an organisation', () => {
  const heat = (orgId: string, kind: 'quiz' | 'lesson' | 'themeday', to = '2026-11-30', slice = {}) =>
    county.as('inspector').ok(getHeat, { orgId, kind, to, slice })

  test('are zero where something was offered and nobody came, and nothing where nothing was', async () => {
    const { months, cells, children, code } = await heat('county', 'quiz')
    expect([months[0], months[11], code]).toEqual(['2025-12', '2026-11', 'quiz.rate'])
    // September: only an unknown quiz of the desk; October: the county's; November: open, closed and officeonly
    expect(cells.slice(8)).toEqual([null, [1, 10], [1, 10], [4, 10]])
    expect(children.map(({ org, cells }) => [org.id, cells.slice(8)])).toEqual([
      ['town', [null, null, [1, 5], [4, 5]]],
      ['office', [null, [1, 5], [0, 5], [0, 5]]],
    ])
    const town = await heat('town', 'quiz')
    expect(town.children.map((child) => child.cells.slice(9))).toEqual([
      [null, [1, 3], [3, 3]],
      [null, [0, 2], [1, 2]],
    ])
  })

  test('of lessons begin with the first that was published', async () => {
    const { cells } = await heat('west', 'lesson')
    expect(cells.slice(9)).toEqual([null, null, [0, 2]])
  })

  test('of theme days are by their rosters', async () => {
    const { cells, children, code } = await heat('town', 'themeday')
    expect(code).toBe('themeday.attendance')
    expect(cells.slice(10)).toEqual([null, [1, 3]])
    expect(children.map((child) => child.cells[11])).toEqual([[1, 3], null])
  })

  test('ahead of today have nothing, and agree with the figures of each month', async () => {
    const ahead = await heat('county', 'quiz', '2027-01-31')
    expect(ahead.cells.slice(10)).toEqual([null, null])
    for (const slice of [{}, { mobile: true }]) {
      const { cells, months } = await heat('east', 'quiz', '2026-11-30', slice)
      for (const [i, month] of months.entries()) {
        const cell = cells[i]
        if (!cell) continue
        const { figures } = await overview('east', { from: `${month}-01`, to: `${month}-28` }, slice)
        const rate = figures.find(({ code }) => code === 'quiz.rate')
        expect(cell).toEqual([rate?.numerator, rate?.denominator])
      }
    }
  })

  test('cost six requests when the instance is warm, whatever is offered', async () => {
    const ask = async (kind: string) =>
      (await county.as('countyorg').call(getHeat, { orgId: 'county', kind, to: '2026-11-30' })).databaseRequests
    for (const kind of ['quiz', 'lesson', 'themeday']) {
      await ask(kind)
      expect(await ask(kind)).toBe(6)
    }
  })
})

describe('an organisation with very many children', () => {
  test('leaves the last of them out of an answer, says so, and stays below 1 MB', async () => {
    const [, town] = organisations
    const many = Array.from({ length: 1700 }, (_, i) => ({
      ...town,
      _id: `unit-${String(i).padStart(4, '0')}`,
      name: `示例县第${i}个街道社区联合党支部（流动）`,
      kind: 'branch',
      category: 'community',
      path: ['county', `unit-${String(i).padStart(4, '0')}`],
      order: 100 + i,
    }))
    for (let i = 0; i < many.length; i += 500) await county.cloud.put('organisations', many.slice(i, i + 500))
    const year = { from: '2025-12-01', to: '2026-11-30' }
    const whole = await overview('county', year)
    expect([whole.children.length, whole.childrenLeft, whole.counts.branches]).toEqual([800, 902, 1703])
    expect(Buffer.byteLength(JSON.stringify(whole))).toBeLessThan(1_000_000)
    const map = await county.as('countyorg').ok(getHeat, { orgId: 'county', kind: 'lesson', to: '2026-11-30' })
    expect([map.children.length, map.childrenLeft]).toEqual([800, 902])
    expect(Buffer.byteLength(JSON.stringify(map))).toBeLessThan(1_000_000)
  })
})
