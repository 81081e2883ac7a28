import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Answer, OutputOf } from '../../../src/contracts/action'
import type { getReport } from '../../../src/contracts/report'
import type { Figure } from '../../../src/contracts/stats'
import { addDays, dayOf } from '../../../src/domain/time/day'
import { startCloud, type TestCloud } from '../../support/cloud'
import { dayAt, type Raw } from '../../support/recompute/raw'
import { recomputeReport } from '../../support/recompute/report-figures'

let cloud: TestCloud
let view: OutputOf<typeof getReport>
let raw: Raw
let period: { from: string; to: string }
let today: string

/** The demo county's year without its papers, which change no figure; RECOMPUTE_DEMO makes another size. */
beforeAll(async () => {
  cloud = await startCloud({ demo: true, env: { DEMO: process.env.RECOMPUTE_DEMO ?? 'figures' } })
  today = dayOf(Date.now())
  period = { from: `${addDays(today, -100).slice(0, 7)}-01`, to: today }
  const token = await cloud.login('organiser-county')
  const me = await cloud.call<Answer<{ roles: { org: { id: string } }[] }>>('identity', 'getMe', {}, token)
  const orgId = me.result.ok ? (me.result.data.roles[0]?.org.id ?? '') : ''
  const { result } = await cloud.call<Answer<OutputOf<typeof getReport>>>(
    'report',
    'getReport',
    { orgId, ...period },
    token,
  )
  if (!result.ok) throw new Error(result.error.code)
  view = result.data
  const names = ['facts', 'people', 'organisations', 'themeDays', 'reflections', 'handbook'] as const
  const lists = await Promise.all(names.map((name) => cloud.all(name)))
  raw = Object.fromEntries(names.map((name, i) => [name, lists[i]])) as unknown as Raw
}, 300_000)
afterAll(() => cloud.stop())

const partsOf = ({ value, numerator, denominator }: Figure) =>
  denominator === undefined ? value : [numerator, denominator]

test('every figure of the county’s report equals what plain loops over the raw collections give', () => {
  const again = recomputeReport(raw, period.from, period.to, dayAt(view.asOf))
  const counted = view.figures.filter(({ state }) => state === 'ok')
  expect(counted.length).toBeGreaterThan(40)
  const reported = new Set(view.indicators.map(({ code }) => code))
  const [theirs, ours] = [new Map<string, unknown>(), new Map<string, unknown>()]
  for (const figure of counted) {
    if (reported.has(figure.code)) continue
    theirs.set(figure.code, partsOf(figure))
    ours.set(figure.code, again.get(figure.code))
  }
  expect(Object.fromEntries(theirs)).toEqual(Object.fromEntries(ours))
})

test('what has no number there has none here either, and is hidden only when it would show too few', () => {
  const again = recomputeReport(raw, period.from, period.to, dayAt(view.asOf))
  for (const { code, state, organisations } of view.figures) {
    const found = again.get(code)
    if (state === 'notDue')
      expect([code, found === undefined || (Array.isArray(found) && found[1] === 0)]).toEqual([code, true])
    if (state === 'suppressed') expect(organisations).toBeGreaterThan(0)
    if (state === 'noSource') expect([code, found]).toEqual([code, undefined])
  }
})

test('every number that the text prints is one of the figures, as it is', () => {
  const printed = view.document.blocks
    .flatMap((block) => (block.type === 'paragraph' ? block.sentences : []))
    .flatMap(({ runs }) => runs)
  const words = printed.filter(({ figure, missing }) => figure === undefined && !missing).map(({ text }) => text)
  // the only numbers in the words themselves are those of the calendar; what is missing says how many have reported
  for (const text of words)
    expect(text.replace(/\d+年\d+月\d+日(\d+时\d+分)?/g, '').replace(/^\d\./, '')).not.toMatch(/\d/)
  expect(printed.filter(({ figure, missing }) => figure !== undefined && !missing).length).toBeGreaterThan(20)
})
