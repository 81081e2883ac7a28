import { afterAll, beforeAll, expect, test } from 'vitest'
import { explainFigure } from '../../../src/contracts/opening'
import { judgeEntry, submitEntry } from '../../../src/contracts/register-entries'
import { type County, startCounty } from '../../support/county/start-county'
import { putDesks, said } from './support'

let county: County
beforeAll(async () => {
  county = await startCounty()
  await putDesks(county)
})
afterAll(() => county.cloud.stop())

const code = 'discipline.checks'
const YEAR = { from: '2026-01-01', to: '2026-11-10' }

/** Reports and accepts a value of a quarter. */
async function report(who: string, orgId: string, period: string, asOfDay: string, value: string): Promise<void> {
  const at = { orgId, code, period }
  await county.as(who).ok(submitEntry, { ...at, ...said(value, { asOfDay }) })
  await county.as('countyorg').ok(judgeEntry, { ...at, n: 1, verdict: { accept: true } })
}

const figureOf = async (orgId: string, span: object = YEAR) =>
  (await county.as('countyorg').ok(explainFigure, { orgId, code, ...span })).figure

test('a figure of the register has a number when everyone has an accepted value, and none before', async () => {
  expect(await figureOf('county')).toEqual({ code, value: null, state: 'incomplete', reported: 0, due: 2 })
  await report('townorg', 'town', '2026-Q1', '2026-03-31', '3')
  await report('townorg', 'town', '2026-Q2', '2026-06-30', '4')
  await report('townorg', 'town', '2026-Q3', '2026-09-30', '5')
  expect(await figureOf('town')).toEqual({ code, value: 12, state: 'ok', reported: 1, due: 1 })
  expect(await figureOf('county')).toEqual({ code, value: null, state: 'incomplete', reported: 1, due: 2 })
  await report('officeorg', 'office', '2026-Q1', '2026-03-31', '8')
  await report('officeorg', 'office', '2026-Q2', '2026-06-30', '0')
  // one quarter of one of them is lacking
  expect(await figureOf('county')).toMatchObject({ state: 'incomplete', value: null, reported: 1 })
  await report('officeorg', 'office', '2026-Q3', '2026-09-30', '9')
  expect(await figureOf('county')).toEqual({ code, value: 29, state: 'ok', reported: 2, due: 2 })
})

test('it is of the quarters that end in the period; a branch below who reports owes nothing of its own', async () => {
  expect(await figureOf('county', { from: '2026-04-01', to: '2026-09-30' })).toMatchObject({ state: 'ok', value: 18 })
  expect(await figureOf('county', { from: '2026-04-01', to: '2026-09-29' })).toMatchObject({ state: 'ok', value: 4 })
  // the fourth quarter is not over on the day of asking: nobody owes it yet
  expect(await figureOf('county', { from: '2026-10-01', to: '2026-12-31' })).toMatchObject({ state: 'notDue' })
  expect(await figureOf('east')).toMatchObject({ state: 'notDue', value: null, due: 0 })
})

test('a correction changes the figure when it is accepted, not before', async () => {
  const at = { orgId: 'office', code, period: '2026-Q2' }
  await county.as('officeorg').ok(submitEntry, { ...at, ...said('9', { asOfDay: '2026-06-30', was: 2 }) })
  expect((await figureOf('county')).value).toBe(29)
  await county.as('countyorg').ok(judgeEntry, { ...at, n: 2, verdict: { accept: true } })
  expect((await figureOf('county')).value).toBe(38)
})

test('it opens to the organisations that reported it, and these to theirs; a branch below who reports has none of its own', async () => {
  const open = (who: string, orgId: string, extra: object = {}) =>
    county.as(who).ok(explainFigure, { orgId, code, ...YEAR, ...extra })
  const told = await open('inspector', 'county')
  expect(told).toMatchObject({ source: 'register', own: null, left: 0, fold: '下面各组织相加，正好是 38 次。' })
  expect(told.children.map(({ org, figure }) => [org.id, figure.value, figure.reported, figure.due])).toEqual([
    ['town', 12, 1, 1],
    ['office', 26, 1, 1],
  ])
  expect(told.periods).toEqual(['2026-Q1', '2026-Q2', '2026-Q3'])
  expect(await open('townorg', 'town')).toMatchObject({ figure: { value: 12 }, children: [], fold: null })
  // some of its people are no organisation that reports
  expect(await open('inspector', 'county', { slice: { mobile: true } })).toMatchObject({
    figure: { state: 'noSource', value: null },
    ...{ children: [], periods: null },
  })
})

test('one that is not complete opens too, with what is there; nobody below who owes nothing is listed', async () => {
  const villages = { orgId: 'town', code: 'poverty.villages', period: '2026-Q3' }
  const told = await county.as('inspector').ok(explainFigure, { orgId: 'county', code: 'poverty.villages', ...YEAR })
  // office has no village below it
  expect(told).toMatchObject({ figure: { state: 'incomplete', reported: 0, due: 1 }, fold: null })
  expect(told.children).toMatchObject([{ org: { id: 'town' }, figure: { state: 'incomplete', value: null } }])
  await county.as('townorg').ok(submitEntry, { ...villages, ...said('6', { asOfDay: '2026-09-30' }) })
  await county.as('countyorg').ok(judgeEntry, { ...villages, n: 1, verdict: { accept: true } })
  const then = await county.as('inspector').ok(explainFigure, { orgId: 'county', code: 'poverty.villages', ...YEAR })
  expect(then).toMatchObject({ figure: { value: 6 }, periods: ['2026-Q3'] })
})
