import { createHash } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { ReportDoc, ReportFileDoc } from '../../../cloudfunctions/_data/documents'
import type { Answer } from '../../../src/contracts/action'
import {
  buildReport,
  editReport,
  issueReport,
  openVersion,
  type ReportView,
  refreshReport,
  reviewReport,
  submitReport,
} from '../../../src/contracts/report'
import { openidOf, people, person } from '../../support/county/county'
import { type County, putPeople, startCounty } from '../../support/county/start-county'
import { KILLS } from '../../support/deaths'

// what it does takes its time on a loaded machine, and no test is about that
vi.setConfig({ testTimeout: 900_000 })

/** How many deaths and lost answers there are to be. */
const POINTS = KILLS

let county: County
const organiser = [{ role: 'organiser' as const, orgId: 'county' }]
beforeAll(async () => {
  county = await startCounty()
  const three = [person('second', 'desk', 25, { roles: organiser }), person('third', 'desk', 26, { roles: organiser })]
  await putPeople(county.cloud, [...people, ...three])
})
afterEach(() => county.cloud.chaos(null))
afterAll(() => county.cloud.stop())

/** Sends a call until it is answered well, as the client does when it hears nothing, BUSY or INTERNAL. */
async function insist<T>(who: string, contract: { fn: string; name: string }, input: object): Promise<T> {
  const token = await county.cloud.loginAs(openidOf(who))
  for (let round = 0; round < 80; round++) {
    const called = await county.cloud.call<Answer<T>>(contract.fn, contract.name, input, token).catch(() => null)
    await nothingHalf()
    const answer = called?.result
    if (answer?.ok) return answer.data
    if (answer && answer.error.code !== 'BUSY' && answer.error.code !== 'INTERNAL') throw new Error(answer.error.code)
  }
  throw new Error(`${contract.name} was never answered`)
}

/** Whatever died: a version is frozen exactly when it is issued, by its fingerprint; what it was computed from is there; three people stand behind it. */
async function nothingHalf(): Promise<void> {
  const [reports, inputs] = await Promise.all([
    county.cloud.all<ReportDoc>('reports'),
    county.cloud.all<{ _id: string }>('reportInputs'),
  ])
  const kept = new Set(inputs.map(({ _id }) => _id))
  for (const { _id, asOf, state, frozen, writers, reviewer, steps } of reports) {
    expect(kept.has(`${_id}.${asOf}`)).toBe(true)
    expect(frozen !== null).toBe(state === 'issued')
    if (!frozen) continue
    expect(createHash('sha256').update(frozen.json).digest('hex')).toBe(frozen.fingerprint)
    const issuer = steps[steps.length - 1]?.by
    expect(new Set([...writers, reviewer, issuer]).size).toBe(writers.length + 2)
  }
}

test('workers that die and answers that are lost leave nothing half, and every step is taken once', async () => {
  let killed = 0
  // periods of their own, each from its first draft to its file, until enough has died somewhere
  for (let round = 0; round < 28 && killed < POINTS; round++) {
    const about = { orgId: 'town', from: '2026-10-01', to: `2026-10-${String(round + 1).padStart(2, '0')}` }
    const chaos = { seed: round + 1, killBeforeFirst: 0.1, killBetween: 0.1, killAfterWrite: 0.2, dropAnswer: 0.2 }
    await county.cloud.chaos(chaos)
    const version = { ...about, version: 1 }
    const begun = await insist<ReportView>('countyorg', openVersion, about)
    let at = begun.revision
    const step = async (who: string, contract: { fn: string; name: string }, more: object = {}) => {
      const view = await insist<ReportView>(who, contract, { ...version, revision: at, ...more })
      expect(view.revision).toBe(at + 1)
      at = view.revision
    }
    await step('countyorg', refreshReport)
    await step('countyorg', editReport, {
      edit: { kind: 'add', key: 'killkill', after: 'opening.data', text: '补充一句。', figures: [] },
    })
    await step('countyorg', submitReport)
    await step('second', reviewReport, { accept: true })
    await step('third', issueReport)
    const built = await insist<{ fileId: string; url: string; bytes: number }>('third', buildReport, version)
    const done = await county.cloud.chaosDone()
    await county.cloud.chaos(null)
    killed += Object.values(done).reduce((sum, count) => sum + count, 0)
    const bytes = (await (await fetch(built.url)).arrayBuffer()).byteLength
    expect(bytes).toBe(built.bytes)
  }
  expect(killed).toBeGreaterThanOrEqual(POINTS)
  const reports = await county.cloud.all<ReportDoc>('reports')
  expect(new Set(reports.map(({ state, revision }) => `${state} ${revision}`))).toEqual(new Set(['issued 5']))
  for (const { edits, steps } of reports) {
    expect(edits.map(({ id }) => id)).toEqual(['added.killkill'])
    expect(steps.map((one) => one.step)).toEqual(['open', 'submit', 'accept', 'issue'])
  }
  const files = await county.cloud.all<ReportFileDoc>('reportFiles')
  expect(files).toHaveLength(reports.length)
})
