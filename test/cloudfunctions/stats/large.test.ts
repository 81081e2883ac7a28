import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { FactDoc, ThemeDayDoc } from '../../../cloudfunctions/_data/documents'
import { correctParticipation } from '../../../src/contracts/organise'
import { getOverview } from '../../../src/contracts/stats'
import { correctFact, makeFact } from '../../../src/domain/participation'
import { NOON, themeDays } from '../../support/county/activities'
import { type County, startCounty } from '../../support/county/start-county'
import { rosterOfSeats } from '../../support/roster'

// what it does takes its time on a loaded machine, and no test is about that
vi.setConfig({ testTimeout: 240_000 })

let county: County
beforeEach(async () => {
  county = await startCounty()
})
afterEach(() => county.cloud.stop())

const november = { from: '2026-11-01', to: '2026-11-30' }
const figure = async (code: string) => {
  const { figures } = await county.as('countyorg').ok(getOverview, { orgId: 'county', ...november })
  return figures.find((one) => one.code === code)
}
const rollup = () => county.cloud.timer<{ ok: boolean; data: { folded: number; left: boolean } }>('rollup')
const quizOf = (activityId: string) =>
  makeFact({
    kind: 'quiz',
    activityId,
    person: { id: 'e1', seat: 1, orgId: 'east', mobile: false },
    occurredAt: NOON,
    recordedAt: NOON,
    channel: 'self',
  })
const by = { recorder: 'e0', reason: '更'.repeat(200), recordedAt: NOON }

test('1,500 corrections with long reasons stop neither figures nor the fold', async () => {
  const entries = Array.from({ length: 1500 }, (_, n): FactDoc[] => {
    const first = quizOf(`quiz-${String(n).padStart(4, '0')}-with-an-id-that-is-as-long-as-ids-are`)
    return [first, correctFact(first, { ...by, withdrawn: n % 3 === 0 })]
  })
  await county.cloud.put('facts', entries.flat())
  expect(await figure('quiz.times')).toMatchObject({ value: 1000 })
  expect(await rollup()).toMatchObject({ ok: true, data: { folded: 3001, left: false } })
  expect(await figure('quiz.times')).toMatchObject({ value: 1000 })
})

test('a fact that was corrected 1,200 times, over many days, counts once, and can be corrected again', async () => {
  let latest: FactDoc = quizOf('open')
  const entries = [latest]
  for (let n = 1; n <= 1200; n++) {
    latest = correctFact(latest, { ...by, withdrawn: n % 2 === 1, occurredAt: NOON - (n % 40) * 86_400_000 })
    entries.push(latest)
  }
  // others, whose ids begin with this one's
  const others = Array.from({ length: 1100 }, (_, n) => ({
    ...entries[0],
    _id: `quiz.open.e1-${n}`,
    personId: `e1-${n}`,
    seat: 100 + n,
  })) as FactDoc[]
  await county.cloud.put('facts', [...entries, ...others])
  expect(await figure('quiz.times')).toMatchObject({ value: 1 })
  const correct = (withdrawn: boolean) =>
    county.as('e0').ok(correctParticipation, {
      kind: 'quiz',
      activityId: 'open',
      personId: 'e1',
      withdrawn,
      occurredAt: NOON,
      reason: '核实未参加',
    })
  expect(await correct(true)).toMatchObject({ revision: 1201, withdrawn: true })
  expect(await figure('quiz.times')).toMatchObject({ value: 0 })
  expect(await rollup()).toMatchObject({ ok: true, data: { left: false } })
  expect(await correct(false)).toMatchObject({ revision: 1202, withdrawn: false })
  expect(await figure('quiz.times')).toMatchObject({ value: 1 })
})

test('theme days with rosters of 20,000 that were opened together are folded, one after the other', async () => {
  const expected = Array.from({ length: 20_000 }, (_, n) => n)
  const days = Array.from(
    { length: 5 },
    (_, n): ThemeDayDoc => ({
      ...(themeDays[2] as ThemeDayDoc),
      _id: `great${n}`,
      orgId: 'county',
      roster: rosterOfSeats(expected, [2], NOON),
    }),
  )
  await county.cloud.put('themeDays', days)
  // the three of eastpast, and the 30 seats of the county five times
  expect(await figure('themeday.attendance')).toMatchObject({ numerator: 0, denominator: 153 })
  expect(await rollup()).toMatchObject({ ok: true, data: { folded: 6, left: false } })
  expect(await figure('themeday.attendance')).toMatchObject({ numerator: 0, denominator: 153 })
})
