import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { collections } from '../../../cloudfunctions/_data/collections'
import type { AttendanceDoc, AuditDoc, ConsentDoc } from '../../../cloudfunctions/_data/documents'
import { personal } from '../../../cloudfunctions/_data/personal'
import {
  bindByInvitation,
  CONSENT_VERSION,
  issueInvitation,
  recordPhone,
  renewConsent,
  unbind,
} from '../../../src/contracts/identity'
import { getMyData, keepSubscription, sendLetter } from '../../../src/contracts/me'
import { listMembers } from '../../../src/contracts/organise'
import { keepNote, submitReflection } from '../../../src/contracts/writing'
import { makeFact } from '../../../src/domain/participation/fact'
import { NOON } from '../../support/county/activities'
import { type County, startCounty } from '../../support/county/start-county'

const consent = { version: CONSENT_VERSION }
let county: County
beforeAll(async () => {
  county = await startCounty()
  const person = { id: 'e1', seat: 1, orgId: 'east', mobile: false }
  const fact = { person, occurredAt: NOON, recordedAt: NOON, channel: 'self' as const }
  await county.cloud.put('facts', [makeFact({ ...fact, kind: 'lesson', activityId: 'lesson1' })])
  await county.cloud.put('notes', [
    { _id: 'lesson1.e1', personId: 'e1', lessonId: 'lesson1', text: '笔记', updatedAt: NOON },
    { _id: 'lesson1.e2', personId: 'e2', lessonId: 'lesson1', text: '别人的', updatedAt: NOON },
  ])
  const about = { kind: 'lesson', id: 'lesson1' }
  const reflection = { orgId: 'east', about, title: '课', text: '心得', writtenAt: NOON, state: 'shown' }
  await county.cloud.put('reflections', [
    { _id: 'lesson.lesson1.e1', personId: 'e1', ...reflection, returned: null, judgedBy: null },
    { _id: 'lesson.lesson1.e2', personId: 'e2', ...reflection, returned: null, judgedBy: null },
  ])
  const reviews = [
    { questionId: 'q1', at: NOON, grade: 3 },
    { questionId: 'q2', at: NOON, grade: 1 },
  ]
  const draft = { revision: 1, answers: [], marked: [], markedAt: NOON }
  const attempt = { owner: 'open.e1', personId: 'e1', dealtAt: NOON }
  await county.cloud.put('attempts', [
    { _id: 'open.e1.1', ...attempt, number: 1, draft, submission: null },
    // handed in by the phone when its time was over: it keeps what it was made from
    { _id: 'open.e1.2', ...attempt, number: 2, draft, submission: { at: NOON, receivedAt: NOON, answers: [] } },
  ])
  const leave = { reason: 'illness', note: '住院，下周回来', at: NOON, by: 'self', recorder: null }
  await county.cloud.put('attendances', [
    { _id: 'eastday.e1', themeDayId: 'eastday', personId: 'e1', leave, lateScan: null },
    { _id: 'eastpast.e1', themeDayId: 'eastpast', personId: 'e1', leave: null, lateScan: { state: 'waiting' } },
    { _id: 'eastday.e2', themeDayId: 'eastday', personId: 'e2', leave, lateScan: null },
  ])
  await county.cloud.put('reviews', [{ _id: 'e1.batch-one', personId: 'e1', keptAt: NOON, reviews }])
})
afterAll(() => county.cloud.stop())

/** The collection of a shape: `ThemeDay` → `themedays`. */
const pluralOf = (shape: string): string =>
  ({ Person: 'people', Audit: 'audit', ReviewBatch: 'reviews', Tries: 'tries', Handbook: 'handbook' })[shape] ??
  `${shape}s`

const kept = async (collection: string) =>
  (await county.cloud.all<{ personId?: string; _id: string }>(collection)).filter(
    ({ personId, _id }) => (personId ?? _id) === 'e1',
  )

test('one sees everything that is kept about oneself, counted: two database requests', async () => {
  await county.as('e0').ok(recordPhone, { personId: 'e1', phone: '190 0000 0001' })
  const { answer, databaseRequests } = await county.as('e1').call(getMyData, {})
  if (!answer.ok) throw new Error(answer.error.code)
  expect(databaseRequests).toBe(2)
  expect(answer.data).toMatchObject({
    person: { id: 'e1', name: '测试e1', bornYear: 1970, mobile: false, full: true },
    org: { id: 'east' },
    since: null,
    binding: { boundAt: NOON, consent: null, replaced: false },
    phoneKnown: true,
    consents: [],
    counts: {
      participations: 1,
      attempts: 2,
      drafts: 1,
      leaves: 1,
      lateScans: 1,
      notes: 1,
      reflections: 1,
      reviews: 2,
      letters: 0,
      moves: 0,
      // the number that was just noted
      audit: 1,
      messages: 0,
    },
  })
  expect(answer.data.path.map(({ id }) => id)).toEqual(['county', 'town', 'east'])
  expect(JSON.stringify(answer.data)).not.toContain('190')
})

test('who noted a number stands in the audit log, without the number', async () => {
  const lines = await county.cloud.all<{ action: string }>('audit')
  expect(lines.filter(({ action }) => action === 'recordPhone')).toMatchObject([
    { actor: 'e0', object: 'e1', at: expect.any(Number) },
  ])
  expect(JSON.stringify(lines)).not.toContain('0000')
  await county.as('e0').ok(recordPhone, { personId: 'e2', phone: null })
  expect((await county.cloud.all<{ action: string }>('audit')).map(({ action }) => action)).toContain('forgetPhone')
})

test('an allowed message counts once for each tap, whatever comes twice or at once', async () => {
  const allow = (key: string) => county.as('e1').ok(keepSubscription, { key, templates: ['quiz', 'themeDay', 'quiz'] })
  await allow('tap-number-1')
  await allow('tap-number-1')
  await Promise.all(Array.from({ length: 6 }, () => allow('tap-number-2')))
  expect(await allow('tap-number-3')).toEqual({
    left: [
      { template: 'themeDay', count: 3 },
      { template: 'quiz', count: 3 },
      { template: 'reminder', count: 0 },
    ],
  })
  expect((await county.as('e1').ok(getMyData, {})).counts.messages).toBe(6)
})

test('who agreed to an older statement, or to none that is known, agrees anew; once is enough', async () => {
  const agree = () => county.as('e2').call(renewConsent, { consent })
  const old = { consent: { version: '2020-01-01' } }
  expect(await county.as('e2').code(renewConsent, old)).toBe('CONSENT_NEEDED')
  const first = await agree()
  const second = await agree()
  expect(second.answer).toEqual(first.answer)
  const { binding } = await county.as('e2').ok(getMyData, {})
  expect(first.answer).toEqual({ ok: true, data: binding.consent })
  expect(binding.boundAt).toBe(NOON)
  const noted = await county.cloud.all<{ personId: string; event: string }>('consents')
  expect(noted.filter(({ personId }) => personId === 'e2')).toMatchObject([
    { event: 'given', version: CONSENT_VERSION },
  ])
})

test('leaving ends the binding and forgets number and message consents; writings stay unless told', async () => {
  expect(await county.as('e1').ok(unbind, {})).toEqual({ bound: false })
  expect(await county.as('e1').code(getMyData, {})).toBe('NOT_BOUND')
  expect([await kept('phones'), await kept('subscriptions')]).toEqual([[], []])
  expect((await kept('notes')).length).toBe(1)
  // the record is the organisation's
  expect((await kept('facts')).length).toBe(1)
})

/** Where a WeChat identity or a person stands, in any field of any collection. */
async function whereIs(text: string): Promise<string[]> {
  const found = await Promise.all(
    Object.keys(collections).map(async (name) => {
      const documents = await county.cloud.all(name)
      return JSON.stringify(documents).includes(text) ? [name] : []
    }),
  )
  return found.flat().sort()
}

test('left five times at once, it is left once; nobody else loses anything', async () => {
  await Promise.all(Array.from({ length: 5 }, () => county.as('w1').ok(unbind, { deleteWritings: true })))
  expect(
    (await county.cloud.all<{ personId: string }>('bindings')).filter(({ personId }) => personId === 'w1'),
  ).toEqual([])
  const consents = await county.cloud.all<ConsentDoc>('consents')
  expect(consents.filter(({ personId }) => personId === 'w1').map(({ event, deleted }) => [event, deleted])).toEqual([
    ['withdrawn', true],
  ])
  expect(await county.as('w0').ok(getMyData, {})).toMatchObject({ person: { id: 'w0' } })
})

test('after leaving, the WeChat identity stands nowhere: invitation, tries and binding forget it', async () => {
  const wechat = county.as('visitor')
  const invite = async () => (await county.as('e0').ok(issueInvitation, { personId: 'e2' })).code
  expect(await wechat.code(bindByInvitation, { code: '0000-0000-0000', consent })).toBe('INVITATION_WRONG')
  await wechat.ok(bindByInvitation, { code: await invite(), consent })
  await wechat.ok(sendLetter, { key: 'letter-visitor-1', kind: 'suggestion', text: '活动室的灯坏了' })
  expect(await whereIs('openid-visitor')).toEqual(['bindings', 'invitations', 'tries'])
  // the one that it replaced is gone at once
  expect(await whereIs('openid-e2')).toEqual([])
  await wechat.ok(unbind, {})
  expect(await whereIs('openid-visitor')).toEqual([])
  // nor does a further invitation, or another WeChat in its place, leave the one before
  await wechat.ok(bindByInvitation, { code: await invite(), consent })
  await county.as('visitor2').ok(bindByInvitation, { code: await invite(), consent })
  expect(await whereIs('"openid-visitor"')).toEqual([])
})

test('who issued an invitation, and that it put another WeChat in the place of one, stands in the audit log and is told', async () => {
  const lines = await county.cloud.all<AuditDoc>('audit')
  const about = lines.filter(({ object, action }) => object === 'e2' && action !== 'forgetPhone')
  expect(about.map(({ actor, action }) => `${actor} ${action}`).sort()).toEqual([
    'e0 issueInvitation',
    'e0 issueInvitation',
    'e0 issueInvitation',
    'e0 replaceBinding',
    'e0 replaceBinding',
  ])
  const mine = await county.as('visitor2').ok(getMyData, {})
  expect(mine.binding.replaced).toBe(true)
  expect(mine.consents.map(({ event }) => event).sort()).toEqual(['given', 'given', 'given', 'given', 'withdrawn'])
  const members = await county.as('townorg').ok(listMembers, { orgId: 'east', name: null, after: null })
  expect(
    members.rows.filter(({ reboundAt }) => reboundAt !== null).map(({ id, reboundAt }) => [id, reboundAt]),
  ).toEqual([['e2', mine.binding.boundAt]])
  // after leaving by oneself, an invitation replaces nobody
  await county.as('visitor2').ok(unbind, {})
  const { code } = await county.as('e0').ok(issueInvitation, { personId: 'e2' })
  await county.as('visitor3').ok(bindByInvitation, { code, consent })
  expect((await county.as('visitor3').ok(getMyData, {})).binding.replaced).toBe(false)
})

test('every collection that knows somebody has its row; only those whose subject is nobody have none', async () => {
  const known = await whereIs('"e1')
  const rowless = Object.entries(personal).flatMap(([name, told]) => ('none' in told ? [name] : []))
  expect(known.filter((name) => rowless.includes(name))).toEqual([])
  expect(known).toEqual(expect.arrayContaining(['attempts', 'attendances', 'audit', 'consents', 'facts', 'people']))
  // what the shapes say: a field that names a person
  const shapes = readFileSync('cloudfunctions/_data/documents.ts', 'utf8')
  const fields = /^ {2}(personId|owner|recorder|actor|issuedBy|builtBy|judgedBy|members)[?]?:/m
  const naming = shapes
    .split(/^export interface /m)
    .filter((text) => fields.test(text))
    .map((text) => /^(\w+)Doc\b/.exec(text)?.[1] ?? text.slice(0, 20))
  expect(naming.length).toBeGreaterThan(10)
  for (const name of naming) {
    const collection = Object.keys(personal).find((one) => one.toLowerCase() === pluralOf(name).toLowerCase())
    expect([name, collection && 'row' in personal[collection as keyof typeof personal]]).toEqual([name, true])
  }
})

test('who comes back finds their writings; leaving again with them deletes one’s own and nobody else’s', async () => {
  const { code } = await county.as('e0').ok(issueInvitation, { personId: 'e1' })
  await county.as('e1').ok(bindByInvitation, { code, consent })
  expect(await county.as('e1').ok(getMyData, {})).toMatchObject({
    binding: { consent: { version: CONSENT_VERSION, at: expect.any(Number) } },
    counts: { notes: 1, reflections: 1, reviews: 2 },
  })
  await county.as('e1').ok(unbind, { deleteWritings: true })
  // a repeat, of someone who is nobody here any more
  expect(await county.as('e1').ok(unbind, { deleteWritings: true })).toEqual({ bound: false })
  expect([await kept('notes'), await kept('reflections'), await kept('reviews')]).toEqual([[], [], []])
  // that there was leave is the branch's record; what was said about it is not
  const leaves = await county.cloud.all<AttendanceDoc>('attendances')
  expect(leaves.flatMap(({ _id, leave }) => (leave ? [[_id, leave.reason, leave.note]] : [])).sort()).toEqual([
    ['eastday.e1', 'illness', ''],
    ['eastday.e2', 'illness', '住院，下周回来'],
  ])
  expect((await county.cloud.all('notes')).length).toBe(1)
  expect((await county.cloud.all('reflections')).length).toBe(1)
  expect(
    (await county.cloud.all<{ event: string; personId: string }>('consents'))
      .filter(({ personId }) => personId === 'e1')
      .map(({ event }) => event)
      .sort(),
  ).toEqual(['given', 'withdrawn', 'withdrawn'])
})

test('a text that was on its way while its writer left with everything does not stay', async () => {
  await county.cloud.put('bindings', [{ _id: 'openid-d0', personId: 'd0', boundAt: NOON }])
  const about = { kind: 'lesson', id: 'lesson1' } as const
  const pen = { phone: 'phone000a', at: 1 }
  const texts = () =>
    Promise.all(
      ['notes', 'reflections'].map(
        async (name) =>
          (await county.cloud.all<{ personId: string }>(name)).filter(({ personId }) => personId === 'd0').length,
      ),
    )
  // many at once, so that some are between the check and the write when the binding ends
  const writing = Array.from({ length: 12 }, (_call, i) =>
    i % 2 === 0
      ? county
          .as('d0')
          .call(keepNote, { lessonId: 'lesson1', text: `第${i}稿笔记`, pen: { ...pen, at: i + 1 }, base: null })
      : county.as('d0').call(submitReflection, {
          about,
          text: `第${i}稿心得，写得够长够长`,
          pen: { ...pen, at: i + 1 },
          base: null,
        }),
  )
  await county.as('d0').ok(unbind, { deleteWritings: true })
  await Promise.all(writing)
  // what came in after the last look of the call itself
  await county.cloud.put('notes', [
    { _id: 'lesson1.d0', personId: 'd0', lessonId: 'lesson1', text: '晚到的', updatedAt: NOON },
  ])
  await county.cloud.timer('rollup')
  expect(await texts()).toEqual([0, 0])
  // who has come back keeps what they write
  await county.cloud.put('bindings', [{ _id: 'openid-d0', personId: 'd0', boundAt: NOON }])
  await county.as('d0').ok(keepNote, { lessonId: 'lesson1', text: '回来以后', pen: { ...pen, at: 99 }, base: null })
  await county.cloud.timer('rollup')
  expect(await texts()).toEqual([1, 0])
})
