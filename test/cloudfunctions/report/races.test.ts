import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReportDoc } from '../../../cloudfunctions/_data/documents'
import { unbind } from '../../../src/contracts/identity'
import {
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

let county: County
const roles = [{ role: 'organiser' as const, orgId: 'county' }]
const desks = ['second', 'third', 'fourth'].map((id, i) => person(id, 'desk', 25 + i, { roles }))

/** countyorg writes; the other three review and issue. */
beforeAll(async () => {
  county = await startCounty()
  await putPeople(county.cloud, [...people, ...desks])
})
afterAll(() => county.cloud.stop())

let periods = 0
/** A report of its own, brought as far as that. */
async function reportIn(state: 'draft' | 'submitted' | 'reviewed') {
  periods += 1
  const about = { orgId: 'town', from: '2026-11-01', to: `2026-11-${String(periods).padStart(2, '0')}`, version: 1 }
  const { version: _version, ...opened } = about
  await county.as('countyorg').ok(openVersion, opened)
  let revision = 0
  if (state !== 'draft') await county.as('countyorg').ok(submitReport, { ...about, revision: revision++ })
  if (state === 'reviewed') await county.as('second').ok(reviewReport, { ...about, revision: revision++, accept: true })
  return { ...about, revision }
}

type Contract = Parameters<ReturnType<County['as']>['call']>[0]
type Try = readonly [who: string, contract: Contract, more?: object]

/** What becomes of steps that are taken at the same time on what all of them saw, and what is stored then. */
async function atOnce(about: Awaited<ReturnType<typeof reportIn>>, ...tries: readonly Try[]) {
  const calls = tries.map(([who, contract, more]) => county.as(who).call(contract, { ...about, ...more }))
  const answers = (await Promise.all(calls)).map(({ answer }) => (answer.ok ? 'ok' : answer.error.code))
  const id = `${about.orgId}.${about.from}.${about.to}.1`
  const stored = (await county.cloud.all<ReportDoc>('reports')).find(({ _id }) => _id === id)
  if (!stored) throw new Error(`${id} is gone`)
  return { answers, stored }
}

const accept = { accept: true }
const giveBack = { accept: false, words: '请再核对一遍' }

describe('of two people at once one takes the step, and the other is told', () => {
  test.each<[string, 'draft' | 'submitted' | 'reviewed', Try, Try]>([
    [
      'submit and edit',
      'draft',
      ['countyorg', submitReport],
      ['admin', editReport, { edit: { kind: 'omit', sentence: 'next.fair' } }],
    ],
    ['submit and refresh', 'draft', ['countyorg', submitReport], ['second', refreshReport]],
    [
      'accept and take back',
      'submitted',
      ['second', reviewReport, accept],
      ['countyorg', submitReport, { recall: true }],
    ],
    ['accept and return', 'submitted', ['second', reviewReport, accept], ['third', reviewReport, giveBack]],
    ['accept twice', 'submitted', ['second', reviewReport, accept], ['third', reviewReport, accept]],
    ['issue twice', 'reviewed', ['third', issueReport], ['fourth', issueReport]],
    ['issue and return', 'reviewed', ['third', issueReport], ['second', reviewReport, giveBack]],
  ])('%s', async (_what, state, one, other) => {
    const about = await reportIn(state)
    const { answers, stored } = await atOnce(about, one, other)
    expect([...answers].sort()).toEqual(['CHANGED_MEANWHILE', 'ok'])
    expect(stored.revision).toBe(about.revision + 1)
    expect(stored.frozen !== null).toBe(stored.state === 'issued')
  })

  test('two phones of one person with the same step are one step', async () => {
    const about = await reportIn('reviewed')
    const { answers, stored } = await atOnce(about, ['third', issueReport], ['third', issueReport])
    expect(answers.filter((one) => one === 'ok').length).toBeGreaterThan(0)
    expect(stored.steps.filter(({ step }) => step === 'issue')).toHaveLength(1)
    // whoever was told something else sends it again and is answered well
    expect(await county.as('third').ok(issueReport, about)).toMatchObject({ state: 'issued' })
  })
})

describe('three people, whatever they log in as and whatever office they still hold', () => {
  const put = (collection: string, docs: object[]) => county.cloud.put(collection, docs as { _id: string }[])
  const callAs = async (openid: string, contract: Contract, input: object) => {
    const token = await county.cloud.loginAs(openid)
    const { result } = await county.cloud.call<{ ok: boolean; error?: { code: string } }>(
      contract.fn,
      contract.name,
      input,
      token,
    )
    return result.ok ? 'ok' : result.error?.code
  }

  test('who wrote does not review after a transfer of offices', async () => {
    const about = await reportIn('submitted')
    const [writer] = people.filter(({ _id }) => _id === 'countyorg')
    await put('people', [{ ...writer, roles: [{ role: 'organiser', orgId: 'town' }] }])
    expect(await county.as('countyorg').code(reviewReport, { ...about, ...accept })).toBe('FORBIDDEN')
    await put('people', [writer as object])
  })

  test('who has lost the office neither reviews nor issues; what they had reviewed stands, and a third issues it', async () => {
    const about = await reportIn('reviewed')
    const [second, third] = desks
    await put('people', [
      { ...second, roles: [] },
      { ...third, roles: [] },
    ])
    expect(await county.as('third').code(issueReport, about)).toBe('FORBIDDEN')
    expect(await county.as('second').code(reviewReport, { ...about, ...giveBack })).toBe('FORBIDDEN')
    const issued: ReportView = await county.as('fourth').ok(issueReport, about)
    expect(issued.steps.map(({ step, by }) => [step, by])).toEqual([
      ['open', 'countyorg'],
      ['submit', 'countyorg'],
      ['accept', 'second'],
      ['issue', 'fourth'],
    ])
    await put('people', [second as object, third as object])
  })

  test('whose words were taken out again is still one who wrote', async () => {
    const about = await reportIn('draft')
    const edit = (kind: 'omit' | 'restore') => ({ edit: { kind, sentence: 'next.fair' } })
    await county.as('third').ok(editReport, { ...about, ...edit('omit') })
    await county.as('countyorg').ok(editReport, { ...about, revision: 1, ...edit('restore') })
    await county.as('countyorg').ok(submitReport, { ...about, revision: 2 })
    expect(await county.as('third').code(reviewReport, { ...about, revision: 3, ...accept })).toBe('FORBIDDEN')
  })

  test('who reviewed does not issue when they are bound anew, as another WeChat user', async () => {
    const about = await reportIn('reviewed')
    await county.as('second').ok(unbind, {})
    await put('bindings', [{ _id: 'openid-second-again', personId: 'second', boundAt: 2 }])
    expect(await callAs('openid-second-again', issueReport, about)).toBe('FORBIDDEN')
    expect(await callAs(openidOf('third'), issueReport, about)).toBe('ok')
  })
})
