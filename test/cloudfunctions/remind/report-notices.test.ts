import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Answer } from '../../../src/contracts/action'
import { listInbox } from '../../../src/contracts/remind'
import { issueReport, openVersion, reviewReport, submitReport } from '../../../src/contracts/report'
import { NOON } from '../../support/county/activities'
import { people, person } from '../../support/county/county'
import { type County, putPeople, startCounty } from '../../support/county/start-county'

vi.setConfig({ testTimeout: 240_000 })

const v1 = { orgId: 'county', from: '2026-11-01', to: '2026-11-10', version: 1 }
const roles = [{ role: 'organiser' as const, orgId: 'county' }]
let county: County
/** countyorg writes; second and third may both review and issue. */
beforeAll(async () => {
  county = await startCounty()
  await putPeople(county.cloud, [
    ...people,
    person('second', 'desk', 25, { roles }),
    person('third', 'desk', 26, { roles }),
  ])
})
afterAll(() => county.cloud.stop())

let minutes = 0
const seen = new Set<string>()
/** Lets the timer go round; what each has been told that they were not told before. */
async function round(...who: string[]): Promise<string[][]> {
  minutes += 10
  await county.cloud.clock(NOON + minutes * 60_000)
  const answer = await county.cloud.timer<Answer<unknown>>('remind')
  if (!answer.ok) throw new Error(answer.error.code)
  const rows = await Promise.all(who.map(async (one) => (await county.as(one).ok(listInbox, {})).rows))
  const news = rows.map((own) => own.filter(({ id }) => !seen.has(id)).map(({ text }) => text))
  for (const { id } of rows.flat()) seen.add(id)
  return news
}

test('whoever may take the next step is told that a report waits for it, and its writer that it came back; each once', async () => {
  await county.as('countyorg').ok(openVersion, { orgId: v1.orgId, from: v1.from, to: v1.to })
  await county.as('countyorg').ok(submitReport, { ...v1, revision: 0, recall: false })
  // the answer was lost: sent again
  await county.as('countyorg').ok(submitReport, { ...v1, revision: 0, recall: false })
  const waits = '示例县 11 月的督导报告写好了，等您复核。'
  expect(await round('countyorg', 'second', 'third', 'e0', 'inspector')).toEqual([[], [waits], [waits], [], []])
  expect(await round('countyorg', 'second', 'third')).toEqual([[], [], []])

  await county.as('second').ok(reviewReport, { ...v1, revision: 1, accept: false, words: '第一段请写明截止时间' })
  const back = '示例县 11 月的督导报告退回了：第一段请写明截止时间。请改好再送复核。'
  expect(await round('countyorg', 'second', 'third')).toEqual([[back], [], []])

  // handed over and taken back before the timer goes round: nobody is told
  await county.as('countyorg').ok(submitReport, { ...v1, revision: 2, recall: false })
  await county.as('countyorg').ok(submitReport, { ...v1, revision: 3, recall: true })
  expect(await round('countyorg', 'second', 'third')).toEqual([[], [], []])

  await county.as('countyorg').ok(submitReport, { ...v1, revision: 4, recall: false })
  await county.as('second').ok(reviewReport, { ...v1, revision: 5, accept: true })
  const issues = '示例县 11 月的督导报告复核过了，等您签发。'
  // who reviewed it does not issue it
  expect(await round('countyorg', 'second', 'third')).toEqual([[], [], [issues]])
  const [row] = (await county.as('third').ok(listInbox, {})).rows
  expect(row).toMatchObject({ cause: 'reportStep', report: v1, fromOrgName: '示例县' })
  await county.as('third').ok(issueReport, { ...v1, revision: 6 })
  expect(await round('countyorg', 'second', 'third')).toEqual([[], [], []])
})
