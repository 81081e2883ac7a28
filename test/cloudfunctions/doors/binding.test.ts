import { createHash, randomBytes } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import {
  bindByInvitation,
  CONSENT_VERSION,
  getMe,
  InvitationCode,
  issueInvitation,
  unbind,
} from '../../../src/contracts/identity'
import { dealPaper, submitPaper } from '../../../src/contracts/quiz'
import { NOON } from '../../support/county/activities'
import { type County, startCounty } from '../../support/county/start-county'

// what it does takes its time on a loaded machine, and no test is about that
vi.setConfig({ testTimeout: 240_000 })

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterEach(() => county.cloud.clock(NOON))
afterAll(() => county.cloud.stop())

const DAY = 86_400_000
const consent = { version: CONSENT_VERSION }
interface Binding {
  _id: string
  personId: string
  boundAt: number
  consent?: { version: string; at: number }
}
const bindingsOf = async (personId: string) =>
  (await county.cloud.all<Binding>('bindings')).filter((binding) => binding.personId === personId)
const invite = async (personId: string, by = 'countyorg') =>
  (await county.as(by).ok(issueInvitation, { personId })).code
/** Sends a code from a WeChat identity that is nobody yet. */
const send = async (who: string, code: string) =>
  (await county.as(who).call(bindByInvitation, { code, consent })).answer
const codeOf = (answer: Awaited<ReturnType<typeof send>>) => (answer.ok ? 'ok' : answer.error.code)

describe('an invitation', () => {
  test('binds a new WeChat identity in place of the old one, with the consent and its instant', async () => {
    const code = await invite('e1', 'e0')
    const answer = await send('e1phone', code)
    expect(answer).toMatchObject({ ok: true, data: { person: { id: 'e1', name: '测试e1' }, org: { id: 'east' } } })
    const [binding, ...more] = await bindingsOf('e1')
    const at = binding?.boundAt ?? 0
    expect(at - NOON).toBeLessThan(60_000)
    expect(at).toBeGreaterThanOrEqual(NOON)
    expect([binding, more]).toEqual([
      { _id: 'openid-e1phone', personId: 'e1', boundAt: at, consent: { version: CONSENT_VERSION, at }, replaced: true },
      [],
    ])
    expect(await county.as('e1').code(getMe, {})).toBe('NOT_BOUND')
    expect(await county.as('e1phone').ok(getMe, {})).toMatchObject({ person: { id: 'e1' } })
    expect(await county.cloud.all('consents')).toEqual([
      { _id: `e1.${at}.given`, personId: 'e1', event: 'given', version: CONSENT_VERSION, at },
    ])
  })

  test('sent again by whom it let in is answered alike, changes nothing and is never too many tries', async () => {
    const code = await invite('e2')
    const first = await send('e2phone', code)
    const before = await county.cloud.all('bindings')
    for (let i = 0; i < 15; i++) expect(await send('e2phone', code.toLowerCase().replace(/-/g, ' '))).toEqual(first)
    expect(await county.cloud.all('bindings')).toEqual(before)
    expect(codeOf(await send('thief', code))).toBe('INVITATION_EXPIRED')
  })

  test('sent by twenty WeChat identities at once binds one', async () => {
    const code = await invite('w0')
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => send(`crowd${i}`, code)))
    expect(answers.map(codeOf).filter((outcome) => outcome === 'ok')).toHaveLength(1)
    expect(await bindingsOf('w0')).toHaveLength(1)
  })

  test('sent twenty times at once by one binds it once', async () => {
    const code = await invite('w1')
    const answers = await Promise.all(Array.from({ length: 20 }, () => send('w1phone', code)))
    // WeChat may send a call again by itself: none of them may hear that it was refused, but for the eleventh and later before the first was through
    expect(['ok', 'TOO_MANY_TRIES']).toEqual(expect.arrayContaining([...new Set(answers.map(codeOf))]))
    expect(answers.map(codeOf).filter((outcome) => outcome === 'ok').length).toBeGreaterThanOrEqual(10)
    expect(await bindingsOf('w1')).toHaveLength(1)
    expect(await send('w1phone', code)).toMatchObject({ ok: true, data: { person: { id: 'w1' } } })
  })

  test('is over after seven days, and when another one is issued', async () => {
    const old = await invite('d0')
    await county.cloud.clock(NOON + 7 * DAY + 60_000)
    expect(codeOf(await send('d0phone', old))).toBe('INVITATION_EXPIRED')
    const replaced = await invite('d0')
    const current = await invite('d0')
    expect(codeOf(await send('d0phone', replaced))).toBe('INVITATION_EXPIRED')
    expect(codeOf(await send('d0phone', current))).toBe('ok')
  })

  test('that was used does not bring the old WeChat identity back after a newer one', async () => {
    const first = await invite('d0')
    await send('d0a', first)
    await send('d0b', await invite('d0'))
    expect(codeOf(await send('d0a', first))).toBe('INVITATION_EXPIRED')
    expect((await bindingsOf('d0')).map(({ _id }) => _id)).toEqual(['openid-d0b'])
  })

  test('that was cut off between its use and the binding is finished by sending it again', async () => {
    const code = await invite('d0')
    const hash = createHash('sha256')
      .update(`invitation.${code.replace(/-/g, '')}`)
      .digest('base64url')
    const stored = (await county.cloud.all<{ _id: string }>('invitations')).find(({ _id }) => _id === hash)
    await county.cloud.put('invitations', [{ ...stored, usedBy: 'openid-cut', usedAt: NOON }])
    expect(codeOf(await send('other', code))).toBe('INVITATION_EXPIRED')
    expect(codeOf(await send('cut', code))).toBe('ok')
    expect((await bindingsOf('d0')).map(({ _id }) => _id)).toEqual(['openid-cut'])
  })

  test('does not make someone who is one person another, and is not used up by that', async () => {
    const code = await invite('d0')
    expect(codeOf(await send('e0', code))).toBe('ALREADY_BOUND')
    expect(codeOf(await send('free', code))).toBe('ok')
  })

  test('binds a WeChat identity whose person is no longer on the roster', async () => {
    await county.cloud.put('bindings', [{ _id: 'openid-stale', personId: 'vanished', boundAt: NOON }])
    expect(codeOf(await send('stale', await invite('d0')))).toBe('ok')
    expect(await bindingsOf('vanished')).toEqual([])
  })

  test('is for members: who has left since is bound no more, and is issued none', async () => {
    const code = await invite('d0')
    const [d0] = (await county.cloud.all<{ _id: string }>('people')).filter(({ _id }) => _id === 'd0')
    const left = { seatings: [{ seat: 20, orgId: 'desk', from: null, until: '2026-11-10' }] }
    await county.cloud.put('people', [{ ...d0, ...left }])
    expect(codeOf(await send('late', code))).toBe('INVITATION_EXPIRED')
    expect(await county.as('countyorg').code(issueInvitation, { personId: 'd0' })).toBe('NOT_FOUND')
    await county.cloud.put('people', [{ ...d0 }])
    expect(codeOf(await send('late', code))).toBe('ok')
  })

  test('is over when whoever issued it has the right no more: out of office, or the person moved away', async () => {
    type Person = { _id: string; roles: unknown[] } & Record<string, unknown>
    const entry = async (id: string) =>
      (await county.cloud.all<Person>('people')).find(({ _id }) => _id === id) as Person
    const [secretary, member] = [await entry('e0'), await entry('e1')]
    const code = await invite('e1', 'e0')
    await county.cloud.put('people', [{ ...secretary, roles: [] }])
    expect(codeOf(await send('e1later', code))).toBe('INVITATION_EXPIRED')
    await county.cloud.put('people', [secretary, { ...member, roles: [{ role: 'organiser', orgId: 'town' }] }])
    expect(codeOf(await send('e1later', code))).toBe('INVITATION_EXPIRED')
    await county.cloud.put('people', [member])
    expect(codeOf(await send('e1later', code))).toBe('ok')
  })

  test('is kept as a hash: nobody can bind by what the database says', async () => {
    const code = await invite('d0')
    const stored = JSON.stringify(await county.cloud.all('invitations'))
    expect(stored).not.toContain(code)
    expect(stored).not.toContain(code.replace(/-/g, ''))
    expect(InvitationCode.pipe[1].requirement.test(code)).toBe(true)
  })

  test('of someone who holds a role is for those responsible for that role’s organisation', async () => {
    const secretary = { role: 'secretary' as const, orgId: 'desk' }
    const [d0] = (await county.cloud.all<{ _id: string }>('people')).filter(({ _id }) => _id === 'd0')
    await county.cloud.put('people', [{ ...d0, roles: [secretary] }])
    await send('d0', await invite('d0'))
    expect(await county.as('d0').code(issueInvitation, { personId: 'countyorg' })).toBe('FORBIDDEN')
    expect(await county.as('d0').ok(issueInvitation, { personId: 'd0' })).toMatchObject({ person: { id: 'd0' } })
    expect(await county.as('admin').ok(issueInvitation, { personId: 'countyorg' })).toMatchObject({
      orgName: '机关一支部',
    })
  })
})

describe('consent', () => {
  test('to an older statement binds nobody and counts as no try', async () => {
    const code = await invite('d0')
    for (let i = 0; i < 12; i++) {
      const old = { code, consent: { version: '2020-01-01' } }
      expect(await county.as('fresh').code(bindByInvitation, old)).toBe('CONSENT_NEEDED')
    }
    expect(await county.as('fresh').code(bindByInvitation, { code })).toBe('BAD_INPUT')
    expect(codeOf(await send('fresh', code))).toBe('ok')
  })

  test('withdrawn ends the binding and its invitations, is noted, and can be withdrawn again', async () => {
    const code = await invite('d0')
    await send('leaver', code)
    expect(await county.as('leaver').ok(unbind, {})).toEqual({ bound: false })
    expect(await county.as('leaver').ok(unbind, {})).toEqual({ bound: false })
    expect(await bindingsOf('d0')).toEqual([])
    expect(await county.as('leaver').code(getMe, {})).toBe('NOT_BOUND')
    expect(codeOf(await send('leaver', code))).toBe('INVITATION_EXPIRED')
    const events = (await county.cloud.all<{ personId: string; event: string }>('consents')).filter(
      ({ personId }) => personId === 'd0',
    )
    expect(events.map(({ event }) => event)).toContain('withdrawn')
    expect(JSON.stringify(events)).not.toContain('openid')
  })
})

test('a wrong code is tried ten times in an hour, at once or in turn; then it says when to go on', async () => {
  const guess = () => send('guesser', randomBytes(6).toString('hex').toUpperCase())
  const answers = await Promise.all(Array.from({ length: 60 }, guess))
  const wrong = answers.filter((answer) => codeOf(answer) === 'INVITATION_WRONG')
  expect(wrong).toHaveLength(10)
  expect(answers.filter((answer) => codeOf(answer) === 'TOO_MANY_TRIES')).toHaveLength(50)
  const locked = await guess()
  expect(locked).toMatchObject({
    ok: false,
    error: { code: 'TOO_MANY_TRIES', message: expect.stringContaining('11:00') },
  })
  // even a right one waits now; an hour later it is let in
  const code = await invite('d0')
  expect(codeOf(await send('guesser', code))).toBe('TOO_MANY_TRIES')
  await county.cloud.clock(NOON + 3_600_000)
  expect(codeOf(await send('guesser', code))).toBe('ok')
})

test('an open attempt goes on with the new WeChat of its person, and stays closed to the old one', async () => {
  const { attemptId } = await county.as('e0').ok(dealPaper, { quizId: 'open' })
  await send('e0phone', await invite('e0'))
  expect(await county.as('e0').code(submitPaper, { attemptId, answers: [] })).toBe('NOT_BOUND')
  expect(await county.as('e0phone').ok(dealPaper, { quizId: 'open' })).toMatchObject({ attemptId })
  expect(await county.as('e0phone').ok(submitPaper, { attemptId, answers: [] })).toMatchObject({ attemptId })
})
