import { createHmac } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import {
  bindByInvitation,
  bindByPhone,
  CONSENT_VERSION,
  getMe,
  issueInvitation,
  recordPhone,
  unbind,
} from '../../../src/contracts/identity'
import { NOON } from '../../support/county/activities'
import { openidOf } from '../../support/county/county'
import { type County, startCounty } from '../../support/county/start-county'

const consent = { version: CONSENT_VERSION }
const key = 'a-key-that-only-this-test-has-0123456789abc'
const mac = (phone: string) => createHmac('sha256', key).update(phone).digest('base64url')
// shaped like mobile numbers, and nobody's
const [e1Phone, sharedPhone, d0Phone] = ['19000000001', '19000000002', '19000000003']

let county: County
const putPhones = () =>
  county.cloud.put('phones', [
    { _id: 'e1', mac: mac(`+86${e1Phone}`) },
    { _id: 'e2', mac: mac(`+86${sharedPhone}`) },
    { _id: 'w1', mac: mac(`+86${sharedPhone}`) },
    { _id: 'd0', mac: mac(`+86${d0Phone}`) },
  ])
beforeAll(async () => {
  county = await startCounty()
  await county.cloud.put('secrets', [{ _id: 'phone', key, pepper: null }])
  await putPhones()
})
afterEach(() => county.cloud.clock(NOON))
afterAll(() => county.cloud.stop())

/** The code that WeChat's button gives someone for their number. */
async function codeFor(who: string, phone: string): Promise<string> {
  const answer = await county.cloud.post('/local/phone-code', { openid: openidOf(who), phone })
  return ((await answer.json()) as { code: string }).code
}
const bindingOf = async (personId: string) =>
  (await county.cloud.all<{ _id: string; personId: string }>('bindings')).find((one) => one.personId === personId)?._id
/** Ends a binding; the numbers, which that forgets, are noted anew. */
async function free(personId: string) {
  await county.as(personId).ok(unbind, {})
  await putPhones()
}

test('a verified number binds its person, after consent, and says so again when asked again', async () => {
  await free('e1')
  const phoneCode = await codeFor('newphone', e1Phone)
  expect(await county.as('newphone').code(bindByPhone, { phoneCode, consent: { version: '2020-01-01' } })).toBe(
    'CONSENT_NEEDED',
  )
  const me = await county.as('newphone').ok(bindByPhone, { phoneCode, consent })
  expect(me).toMatchObject({ person: { id: 'e1' }, org: { id: 'east' } })
  // the answer may have been lost: the code is spent, the binding is not
  expect(await county.as('newphone').ok(bindByPhone, { phoneCode, consent })).toEqual(me)
  expect(await bindingOf('e1')).toBe('openid-newphone')
})

test('a number alone does not take a person from the WeChat identity that they have; an invitation does', async () => {
  const phoneCode = await codeFor('carrier', e1Phone)
  expect(await county.as('carrier').code(bindByPhone, { phoneCode, consent })).toBe('PERSON_BOUND')
  expect(await bindingOf('e1')).toBe('openid-newphone')
  const { code } = await county.as('e0').ok(issueInvitation, { personId: 'e1' })
  expect(await county.as('carrier').ok(bindByInvitation, { code, consent })).toMatchObject({ person: { id: 'e1' } })
  expect(await county.as('newphone').code(getMe, {})).toBe('NOT_BOUND')
})

test('a number that several have, or nobody, binds no one', async () => {
  await free('e2')
  await free('w1')
  const shared = await codeFor('family', sharedPhone)
  expect(await county.as('family').code(bindByPhone, { phoneCode: shared, consent })).toBe('PHONE_UNKNOWN')
  const unknown = await codeFor('family', '19000000009')
  expect(await county.as('family').code(bindByPhone, { phoneCode: unknown, consent })).toBe('PHONE_UNKNOWN')
  expect([await bindingOf('e2'), await bindingOf('w1')]).toEqual([undefined, undefined])
})

test('a code is good once, for five minutes, and for whom it was given', async () => {
  await free('d0')
  const others = await codeFor('d0phone', d0Phone)
  expect(await county.as('listener').code(bindByPhone, { phoneCode: others, consent })).toBe('PHONE_CODE_EXPIRED')
  const late = await codeFor('d0phone', d0Phone)
  await county.cloud.clock(NOON + 6 * 60_000)
  expect(await county.as('d0phone').code(bindByPhone, { phoneCode: late, consent })).toBe('PHONE_CODE_EXPIRED')
  expect(await county.as('d0phone').code(bindByPhone, { phoneCode: 'never-was-one', consent })).toBe(
    'PHONE_CODE_EXPIRED',
  )
  const good = await codeFor('d0phone', d0Phone)
  expect(await county.as('d0phone').ok(bindByPhone, { phoneCode: good, consent })).toMatchObject({
    person: { id: 'd0' },
  })
})

test('asked for by twenty at once, one is bound', async () => {
  await free('w0')
  await county.cloud.put('phones', [{ _id: 'w0', mac: mac('+8619000000004') }])
  const crowd = Array.from({ length: 20 }, (_, i) => `crowd${i}`)
  const answers = await Promise.all(
    crowd.map(async (who) => {
      const phoneCode = await codeFor(who, '19000000004')
      const { answer } = await county.as(who).call(bindByPhone, { phoneCode, consent })
      return answer.ok ? 'ok' : answer.error.code
    }),
  )
  expect(answers.filter((outcome) => outcome === 'ok')).toHaveLength(1)
  expect(['ok', 'BUSY', 'PERSON_BOUND']).toEqual(expect.arrayContaining([...new Set(answers)]))
})

test('a number that was noted binds; noted anew or forgotten, the old one does not', async () => {
  const note = (phone: string | null) => county.as('e0').call(recordPhone, { personId: 'e2', phone })
  expect((await note('+86 190-0000-0006')).answer).toEqual({ ok: true, data: { known: true } })
  const stored = await county.cloud.all<{ _id: string; mac: string }>('phones')
  expect(stored.find(({ _id }) => _id === 'e2')).toEqual({ _id: 'e2', mac: mac('+8619000000006') })
  expect((await note('12345')).answer).toMatchObject({ error: { code: 'PHONE_INVALID' } })
  await note('19000000007')
  const bindBy = async (phone: string) => {
    const { answer } = await county
      .as('e2phone')
      .call(bindByPhone, { phoneCode: await codeFor('e2phone', phone), consent })
    return answer.ok ? answer.data.person.id : answer.error.code
  }
  expect(await bindBy('19000000006')).toBe('PHONE_UNKNOWN')
  await note(null)
  await note(null)
  expect(await bindBy('19000000007')).toBe('PHONE_UNKNOWN')
  await note('19000000007')
  expect(await bindBy('19000000007')).toBe('e2')
})

test('asking is limited to ten an hour, since it costs money', async () => {
  const ask = () => county.as('asker').code(bindByPhone, { phoneCode: 'never-was-one', consent })
  for (let i = 0; i < 10; i++) expect(await ask()).toBe('PHONE_CODE_EXPIRED')
  expect(await ask()).toBe('TOO_MANY_TRIES')
})

test('no number is in the database, nor in what anyone is told', async () => {
  for (const collection of ['phones', 'bindings', 'people', 'consents', 'tries']) {
    expect(JSON.stringify(await county.cloud.all(collection))).not.toMatch(/1900000000\d/)
  }
})

test('functions that find another pepper than the one with which the key was made do not go on', async () => {
  await county.cloud.restart()
  await county.cloud.put('secrets', [{ _id: 'phone', key, pepper: 'of-another-pepper' }])
  const token = await county.cloud.loginAs(openidOf('pepper'))
  const answer = await county.cloud.post('/local/phone-code', { openid: openidOf('pepper'), phone: '19000000005' })
  const { code: phoneCode } = (await answer.json()) as { code: string }
  const { result } = await county.cloud.call<{ ok: boolean; error: { code: string } }>(
    'identity',
    'bindByPhone',
    { phoneCode, consent },
    token,
  )
  expect(result).toMatchObject({ ok: false, error: { code: 'INTERNAL' } })
})
