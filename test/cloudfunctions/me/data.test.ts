import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  bindByInvitation,
  CONSENT_VERSION,
  issueInvitation,
  recordPhone,
  renewConsent,
  unbind,
} from '../../../src/contracts/identity'
import { getMyData, keepSubscription } from '../../../src/contracts/me'
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
  await county.cloud.put('reviews', [{ _id: 'e1.batch-one', personId: 'e1', keptAt: NOON, reviews }])
})
afterAll(() => county.cloud.stop())

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
    binding: { boundAt: NOON, consent: null },
    phoneKnown: true,
    counts: { participations: 1, attempts: 0, notes: 1, reflections: 1, reviews: 2, letters: 0, messages: 0 },
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

test('left five times at once, it is left once, and somebody else’s binding of that moment stands', async () => {
  await Promise.all(Array.from({ length: 5 }, () => county.as('w1').ok(unbind, { deleteWritings: true })))
  expect(
    (await county.cloud.all<{ personId: string }>('bindings')).filter(({ personId }) => personId === 'w1'),
  ).toEqual([])
  expect(await county.as('w0').ok(getMyData, {})).toMatchObject({ person: { id: 'w0' } })
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
  expect((await county.cloud.all('notes')).length).toBe(1)
  expect((await county.cloud.all('reflections')).length).toBe(1)
  expect(
    (await county.cloud.all<{ event: string; personId: string }>('consents'))
      .filter(({ personId }) => personId === 'e1')
      .map(({ event }) => event)
      .sort(),
  ).toEqual(['given', 'withdrawn', 'withdrawn'])
})
