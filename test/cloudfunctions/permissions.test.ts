import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ActionContract } from '../../src/contracts/action'
import * as identity from '../../src/contracts/identity'
import * as learn from '../../src/contracts/learn'
import * as report from '../../src/contracts/report'
import * as stats from '../../src/contracts/stats'
import * as themeday from '../../src/contracts/themeday'
import { type County, startCounty } from '../support/county/start-county'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.cloud.stop())

const period = { from: '2026-11-01', to: '2026-11-30' }
const at = (orgId: string) => ({ orgId, ...period })
type Row = [what: string, contract: ActionContract, input: object, expected: Record<string, string>]

/**
 * Every action × who asks. `ok` or the code of the refusal. The people of test/support/county: e1 a member in east, e0 its secretary,
 * w0 a member in its sibling west, townorg the organiser of both, countyorg of all, inspector and admin of the county.
 */
const people = ['unbound', 'e1', 'e0', 'w0', 'townorg', 'countyorg', 'inspector', 'admin'] as const
const everyone = (code: string) =>
  Object.fromEntries(people.map((person) => [person, person === 'unbound' ? 'NOT_BOUND' : code]))
const only = (allowed: readonly string[], refusal = 'FORBIDDEN') => ({
  ...everyone(refusal),
  ...Object.fromEntries(allowed.map((person) => [person, 'ok'])),
})

const rows: Row[] = [
  ['who am I', identity.getMe, {}, everyone('ok')],
  ['home', learn.getHome, {}, everyone('ok')],
  ['a quiz for the county', learn.dealPaper, { quizId: 'open' }, everyone('ok')],
  [
    'a quiz for the offices',
    learn.dealPaper,
    { quizId: 'officeonly' },
    only(['townorg', 'countyorg', 'inspector', 'admin']),
  ],
  ['hand in e1’s paper', learn.submitPaper, { attemptId: 'open.e1.1', answers: [] }, only(['e1'], 'NOT_FOUND')],
  ['see e1’s result', learn.getResult, { attemptId: 'open.e1.1' }, only(['e1'], 'NOT_FOUND')],
  ['a lesson for the county', learn.getLesson, { lessonId: 'lesson1' }, everyone('ok')],
  [
    'a lesson for the offices',
    learn.getLesson,
    { lessonId: 'officelesson' },
    only(['townorg', 'countyorg', 'inspector', 'admin']),
  ],
  [
    'complete it',
    learn.completeLesson,
    { lessonId: 'officelesson', chosen: [0] },
    only(['townorg', 'countyorg', 'inspector', 'admin']),
  ],
  ['see east’s theme day', themeday.getThemeDay, { themeDayId: 'eastday' }, only(['e1', 'e0', 'townorg', 'countyorg'])],
  ['see its board', themeday.getCheckInBoard, { themeDayId: 'eastday' }, only(['e0', 'townorg', 'countyorg'])],
  ['open its check-in', themeday.openCheckIn, { themeDayId: 'eastday' }, only(['e0', 'townorg', 'countyorg'])],
  [
    'check in there by a wrong code',
    themeday.checkIn,
    { themeDayId: 'eastday', code: '000000' },
    { ...everyone('NOT_EXPECTED'), e1: 'CODE_WRONG', e0: 'CODE_WRONG' },
  ],
  ['close its check-in', themeday.closeCheckIn, { themeDayId: 'eastday' }, only(['e0', 'townorg', 'countyorg'])],
  ['figures of east', stats.getOverview, at('east'), only(['e0', 'townorg', 'countyorg', 'inspector', 'admin'])],
  ['figures of west', stats.getOverview, at('west'), only(['townorg', 'countyorg', 'inspector', 'admin'])],
  ['figures of the town', stats.getOverview, at('town'), only(['townorg', 'countyorg', 'inspector', 'admin'])],
  ['figures of the county', stats.getOverview, at('county'), only(['countyorg', 'inspector', 'admin'])],
  ['figures of nowhere', stats.getOverview, at('nowhere'), everyone('NOT_FOUND')],
  [
    'who is missing in east',
    stats.listMissing,
    { ...at('east'), kind: 'quiz' },
    only(['e0', 'townorg', 'countyorg', 'inspector', 'admin']),
  ],
  [
    'who is missing in the county',
    stats.listMissing,
    { ...at('county'), kind: 'quiz' },
    only(['countyorg', 'inspector', 'admin']),
  ],
  ['preview the town’s report', report.previewReport, at('town'), only(['townorg', 'countyorg', 'inspector', 'admin'])],
  ['write the town’s report', report.buildReport, at('town'), only(['townorg', 'countyorg', 'admin'])],
]

test('every action has a row', () => {
  const isContract = (value: unknown): value is ActionContract => typeof (value as ActionContract)?.fn === 'string'
  const all = [identity, learn, report, stats, themeday].flatMap((module) => Object.values(module).filter(isContract))
  const covered = new Set(rows.map(([, { fn, name }]) => `${fn}.${name}`))
  expect([...covered].sort()).toEqual(all.map(({ fn, name }) => `${fn}.${name}`).sort())
})

describe.each(rows)('%s', (_what, contract, input, expected) => {
  test.each(Object.entries(expected))('%s: %s', async (person, outcome) => {
    const { answer } = await county.as(person).call(contract, input)
    expect(answer.ok ? 'ok' : answer.error.code).toBe(outcome)
  })
})

test('names of the missing go to those responsible; an inspector gets counts', async () => {
  const input = { ...at('east'), kind: 'lesson' as const }
  const seenBy = async (person: string) => county.as(person).ok(stats.listMissing, input)
  expect((await seenBy('e0')).people?.map(({ name }) => name)).toEqual(['测试e0', '测试e1', '测试e2'])
  expect((await seenBy('townorg')).people).toHaveLength(3)
  expect(await seenBy('inspector')).toMatchObject({ people: null, members: 3, missing: 3, missingMobile: 1 })
})
