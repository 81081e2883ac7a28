import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AuditDoc, RegisterEntryDoc } from '../../../cloudfunctions/_data/documents'
import { getEntry, getIndicator, getRegister, judgeEntry, submitEntry } from '../../../src/contracts/register-entries'
import { type County, startCounty } from '../../support/county/start-county'
import { document, putDesks, Q3, said } from './support'

let county: County
beforeAll(async () => {
  county = await startCounty()
  await putDesks(county)
})
afterAll(() => county.cloud.stop())

const place = (orgId: string, code: string, period = Q3) => ({ orgId, code, period })
const entryOf = async (orgId: string, code: string) =>
  (await county.cloud.all<RegisterEntryDoc>('registerEntries')).find(({ _id }) => _id === `${code}.${orgId}.${Q3}`)
const accept = { accept: true } as const
const giveBack = (words = '请核对单位') => ({ accept: false, words }) as const

test('a figure is reported, returned with words, reported again and accepted; the history tells all of it', async () => {
  const at = place('town', 'discipline.checks')
  const first = await county.as('townorg').ok(submitEntry, { ...at, ...said('12') })
  expect(first).toMatchObject({ state: 'submitted', revision: 1, standing: null })
  await county.as('countyorg').ok(judgeEntry, { ...at, n: 1, verdict: giveBack() })
  await county.as('townorg').ok(submitEntry, { ...at, ...said('15', { was: 2, note: '已核对' }) })
  const done = await county.as('countyorg').ok(judgeEntry, { ...at, n: 2, verdict: accept })
  expect(done).toMatchObject({ state: 'accepted', revision: 4, standing: { value: '15', n: 2 } })
  expect(done.submissions).toMatchObject([
    { n: 2, value: '15', note: '已核对', byName: '测试townorg', mine: false, document, verdict: { accept: true } },
    { n: 1, value: '12', verdict: { accept: false, words: '请核对单位', byName: '测试countyorg' } },
  ])
  // an inspector looks, and reads no names
  const seen = await county.as('inspector').ok(getEntry, at)
  expect(seen).toMatchObject({ maySubmit: false, mayJudge: false, due: true, overdue: false })
  expect(seen.entry.submissions.map(({ byName }) => byName)).toEqual([null, null])
  const lines = (await county.cloud.all<AuditDoc>('audit')).filter(
    ({ object }) => object === `discipline.checks.town.${Q3}`,
  )
  expect(lines.map(({ actor, action }) => `${actor} ${action}`).sort()).toEqual([
    'countyorg acceptEntry',
    'countyorg returnEntry',
    'townorg submitEntry',
    'townorg submitEntry',
  ])
})

test('nobody judges what they reported, whatever offices they hold', async () => {
  const at = place('town', 'discipline.criticised')
  await county.as('both').ok(submitEntry, { ...at, ...said('4') })
  expect(await county.as('both').code(judgeEntry, { ...at, n: 1, verdict: accept })).toBe('OWN_FIGURE')
  expect((await county.as('both').ok(getEntry, at)).entry.submissions[0]?.mine).toBe(true)
  // nor does the organiser of the organisation itself
  expect(await county.as('townorg').code(judgeEntry, { ...at, n: 1, verdict: accept })).toBe('FORBIDDEN')
  await county.as('countyorg').ok(judgeEntry, { ...at, n: 1, verdict: accept })
})

test('a correction waits beside the value that stands, and replaces it when accepted', async () => {
  const at = place('town', 'discipline.windows')
  await county.as('townorg').ok(submitEntry, { ...at, ...said('8') })
  await county.as('countyorg').ok(judgeEntry, { ...at, n: 1, verdict: accept })
  const waits = await county.as('townorg').ok(submitEntry, { ...at, ...said('9', { was: 2 }) })
  expect(waits).toMatchObject({ state: 'submitted', standing: { value: '8', n: 1 } })
  const { total, own } = await county.as('townorg').ok(getIndicator, { orgId: 'town', code: 'discipline.windows' })
  expect(total).toEqual({ due: 1, reported: 1, waiting: 0, overdue: 0, sum: '8' })
  expect(own).toMatchObject({ state: 'submitted', value: '9', standing: '8' })
  await county.as('countyorg').ok(judgeEntry, { ...at, n: 2, verdict: accept })
  expect((await county.as('countyorg').ok(getEntry, at)).entry.standing).toEqual({ value: '9', n: 2 })
})

test('the same call again is the same entry; the same key with another value is refused', async () => {
  const at = place('office', 'discipline.checks')
  const call = { ...at, ...said('20') }
  const answers = await Promise.all([1, 2, 3].map(() => county.as('officeorg').ok(submitEntry, call)))
  for (const answer of answers) expect(answer.submissions).toHaveLength(1)
  expect(await county.as('officeorg').code(submitEntry, { ...call, value: '21' })).toBe('KEY_USED')
  expect((await entryOf('office', 'discipline.checks'))?.revision).toBe(1)
})

test('of two phones the second is told that it has not seen the first', async () => {
  const at = place('office', 'discipline.criticised')
  const calls = [said('5'), said('6')].map((one) => county.as('officeorg').call(submitEntry, { ...at, ...one }))
  const answers = (await Promise.all(calls)).map(({ answer }) => (answer.ok ? 'ok' : answer.error.code))
  expect(answers.sort()).toEqual(['CHANGED_MEANWHILE', 'ok'])
  expect((await entryOf('office', 'discipline.criticised'))?.submissions).toHaveLength(1)
})

test('a verdict is on what was seen: two judges at once, and one who saw an older value', async () => {
  const at = place('office', 'discipline.windows')
  await county.as('officeorg').ok(submitEntry, { ...at, ...said('7') })
  await county.as('officeorg').ok(submitEntry, { ...at, ...said('9', { was: 1 }) })
  expect(await county.as('countyorg').code(judgeEntry, { ...at, n: 1, verdict: accept })).toBe('CHANGED_MEANWHILE')
  const judges = ['countyorg', 'both'].map((who) => county.as(who).call(judgeEntry, { ...at, n: 2, verdict: accept }))
  const answers = (await Promise.all(judges)).map(({ answer }) => (answer.ok ? 'ok' : answer.error.code))
  expect(answers.sort()).toEqual(['CHANGED_MEANWHILE', 'ok'])
  const verdict = (await entryOf('office', 'discipline.windows'))?.submissions[1]?.verdict
  // whoever it was, sent again it is answered alike
  const again = await county.as(verdict?.by ?? '').ok(judgeEntry, { ...at, n: 2, verdict: accept })
  expect(again).toMatchObject({ state: 'accepted', revision: 3, standing: { value: '9', n: 2 } })
})

test('a value ten times the last one is asked about, and marked to the judge', async () => {
  const code = 'transport.vehicles'
  const before = place('town', code, '2026-Q2')
  await county.as('townorg').ok(submitEntry, { ...before, ...said('120', { asOfDay: '2026-06-30' }) })
  await county.as('countyorg').ok(judgeEntry, { ...before, n: 1, verdict: accept })
  const at = place('town', code)
  const call = { ...at, ...said('1200') }
  expect(await county.as('townorg').code(submitEntry, call)).toBe('TENFOLD')
  expect(await entryOf('town', code)).toBeUndefined()
  expect((await county.as('townorg').ok(getEntry, at)).last).toEqual({ period: '2026-Q2', value: '120' })
  const sent = await county.as('townorg').ok(submitEntry, { ...call, jumpSeen: true })
  expect(sent.submissions[0]?.jumpFrom).toBe('120')
  const { toJudge } = await county.as('countyorg').ok(getRegister, { orgId: 'county', day: '2026-11-10' })
  expect(toJudge.find((one) => one.code === code)?.entry).toMatchObject({
    jump: true,
    value: '1200',
    orgName: '示例镇党委',
  })
  // the same value for the other committee has nothing to be compared with
  const other = await county.as('officeorg').ok(submitEntry, { ...place('office', code), ...said('1200') })
  expect(other.submissions[0]?.jumpFrom).toBeNull()
})

test.each([
  ['a fraction of something that is counted', 'discipline.cases', { value: '1.5' }, 'VALUE_WRONG'],
  ['less than nothing', 'discipline.cases', { value: '-1' }, 'VALUE_WRONG'],
  ['an as-of day to come', 'discipline.cases', { asOfDay: '2026-11-11' }, 'AS_OF_DAY'],
  ['a sum that was made before its period was over', 'discipline.cases', { asOfDay: '2026-09-29' }, 'AS_OF_DAY'],
  ['a paper of a day to come', 'discipline.cases', { document: { ...document, day: '2026-11-11' } }, 'AS_OF_DAY'],
  ['a period that is not over', 'discipline.cases', { period: '2026-Q4', asOfDay: '2026-11-10' }, 'PERIOD_NOT_OPEN'],
  ['a month of what is reported by the quarter', 'discipline.cases', { period: '2026-09' }, 'NOT_DUE'],
  ['a period before the indicator began', 'discipline.cases', { period: '2025-Q4', asOfDay: '2026-01-31' }, 'NOT_DUE'],
  ['a word that may not be said', 'discipline.cases', { note: '测试违规' }, 'TEXT_REFUSED'],
  ['an indicator that is not there', 'discipline.nothing', {}, 'NOT_FOUND'],
  ['a name that is none', 'discipline.cases', { document: { ...document, name: ' ' } }, 'BAD_INPUT'],
  ['digits that are no number', 'discipline.cases', { value: '1e9' }, 'BAD_INPUT'],
])('%s is refused', async (_what, code, extra, answered) => {
  expect(await county.as('townorg').code(submitEntry, { ...place('town', code), ...said('3'), ...extra })).toBe(
    answered,
  )
  expect(await entryOf('town', code)).toBeUndefined()
})

test('who does not report it is told so: offices report no villages, branches nothing of a committee', async () => {
  expect(await county.as('officeorg').code(submitEntry, { ...place('office', 'poverty.squares'), ...said('1') })).toBe(
    'NOT_DUE',
  )
  expect(await county.as('e0').code(submitEntry, { ...place('east', 'discipline.cases'), ...said('1') })).toBe(
    'NOT_DUE',
  )
  expect((await county.as('e0').ok(getEntry, place('east', 'discipline.cases'))).due).toBe(false)
})

test('an entry takes thirty submissions and then asks for a talk', async () => {
  const at = place('town', 'service.processes')
  await county.as('townorg').ok(submitEntry, { ...at, ...said('3') })
  const entry = await entryOf('town', 'service.processes')
  const [first] = entry?.submissions ?? []
  const submissions = Array.from({ length: 30 }, (_, i) => ({ ...first, key: `test-full-${i}` }))
  await county.cloud.put('registerEntries', [{ ...entry, revision: 30, submissions }])
  expect(await county.as('townorg').code(submitEntry, { ...at, ...said('3', { was: 30 }) })).toBe('ENTRY_FULL')
})

test('a call that died between its writes is sent again and leaves one submission', async () => {
  const at = place('town', 'discipline.bans')
  const call = { ...at, ...said('10') }
  for (const seed of [1, 2, 3]) {
    await county.cloud.chaos({ killAfterWrite: 1, seed })
    await county
      .as('townorg')
      .call(submitEntry, call)
      .catch(() => undefined)
    await county.cloud.chaos(null)
  }
  expect((await county.as('townorg').ok(submitEntry, call)).submissions).toHaveLength(1)
  await county.cloud.chaos({ killAfterWrite: 1, seed: 1 })
  const verdict = { ...at, n: 1, verdict: accept }
  await county
    .as('countyorg')
    .call(judgeEntry, verdict)
    .catch(() => undefined)
  await county.cloud.chaos(null)
  expect(await county.as('countyorg').ok(judgeEntry, verdict)).toMatchObject({ state: 'accepted', revision: 2 })
})
