import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkIn } from '../../../src/contracts/themeday'
import { CODE_SLOT_MS, codesAt } from '../../../src/domain/themeday'
import { HOUR, NOON, themeDays } from '../../support/county/activities'
import { people, person } from '../../support/county/county'
import { type County, putPeople, startCounty } from '../../support/county/start-county'
import { rosterOfSeats } from '../../support/roster'

/** A branch full of people with one theme day for each test, open since an hour. */
const crowd = Array.from({ length: 30 }, (_, i) => person(`b${i}`, 'west', 100 + i))
const secret = 'secret-of-the-tries-0123456789abcdef'
const mac = (key: string, message: string) => createHmac('sha256', key).update(message).digest('base64url')
const codes = (themeDayId: string, at = NOON) => codesAt({ themeDayId, secret, mac }, at)

let county: County
beforeAll(async () => {
  county = await startCounty()
  await putPeople(county.cloud, [...people, ...crowd])
  const [day] = themeDays
  const expected = crowd.map(({ seat }) => seat)
  const roster = rosterOfSeats(expected, [], NOON - HOUR)
  await county.cloud.put(
    'themeDays',
    ['typed', 'raced', 'many', 'scanned', 'forged'].map((_id) => ({
      ...day,
      _id,
      orgId: 'west',
      secret,
      status: 'open',
      roster,
      rosterUnfolded: false,
    })),
  )
})
afterAll(() => county.cloud.stop())

/** Codes that are none of this theme day's since it was opened an hour ago, nor of the next half hour. */
function wrongCodes(themeDayId: string, count: number): string[] {
  const near = new Set(Array.from({ length: 20 }, (_, i) => codes(themeDayId, NOON + (i - 13) * CODE_SLOT_MS).code))
  const all = Array.from({ length: count + near.size }, (_, i) => String(i * 7919).padStart(6, '0'))
  return all.filter((code) => !near.has(code)).slice(0, count)
}
const typed = async (who: string, themeDayId: string, code: string) => {
  const { answer, databaseRequests } = await county.as(who).call(checkIn, { themeDayId, code })
  return { outcome: answer.ok ? 'ok' : answer.error.code, databaseRequests, answer }
}

test('a code is typed five times in ten minutes; then it says when to go on, a scan still works, and so does a later code', async () => {
  for (const code of wrongCodes('typed', 5))
    expect(await typed('b0', 'typed', code)).toMatchObject({ outcome: 'CODE_WRONG', databaseRequests: 3 })
  const right = codes('typed').code
  const locked = await typed('b0', 'typed', right)
  expect(locked).toMatchObject({ outcome: 'TOO_MANY_TRIES', databaseRequests: 1 })
  expect(locked.answer).toMatchObject({
    error: { message: '输错的次数太多，请在10:10以后再试，也可以直接扫码，或请支部书记补录。' },
  })
  // nobody else is locked out
  expect(await typed('b1', 'typed', right)).toMatchObject({ outcome: 'ok', databaseRequests: 3 })
  const scan = await county.as('b0').call(checkIn, { token: codes('typed').token })
  expect(scan).toMatchObject({ answer: { ok: true }, databaseRequests: 2 })
})

test('of a hundred codes typed at once by one person, five are looked at', async () => {
  const outcomes = await Promise.all(wrongCodes('raced', 100).map((code) => typed('b2', 'raced', code)))
  expect(outcomes.filter(({ outcome }) => outcome === 'CODE_WRONG')).toHaveLength(5)
  expect(outcomes.filter(({ outcome }) => outcome === 'TOO_MANY_TRIES')).toHaveLength(95)
})

test('many who guess at one theme day are stopped together; a scan goes on', async () => {
  // someone who has had a hundred accomplices already: the theme day's own counter is at its end
  await county.cloud.put('tries', [{ _id: 'activity.many', slot: NOON / 600_000, count: 98 }])
  const [first = '', second = '', third = ''] = wrongCodes('many', 3)
  expect(await typed('b3', 'many', first)).toMatchObject({ outcome: 'CODE_WRONG' })
  expect(await typed('b4', 'many', second)).toMatchObject({ outcome: 'CODE_WRONG' })
  expect(await typed('b5', 'many', third)).toMatchObject({ outcome: 'TOO_MANY_TRIES' })
  expect(await typed('b6', 'many', codes('many').code)).toMatchObject({ outcome: 'TOO_MANY_TRIES' })
  expect(await county.as('b6').ok(checkIn, { token: codes('many').token })).toMatchObject({ themeDayId: 'many' })
  expect(await typed('b7', 'raced', codes('raced').code)).toMatchObject({ outcome: 'ok' })
})

test('who is checked in may send the same, or anything, as often as they like', async () => {
  const { token } = codes('scanned')
  const first = await county.as('b8').ok(checkIn, { token })
  for (const code of wrongCodes('scanned', 8))
    expect(await county.as('b8').ok(checkIn, { themeDayId: 'scanned', code })).toEqual(first)
})

test('twenty forged tokens in ten minutes are enough; an old one is no forgery', async () => {
  const [themeDayId, slot] = codes('forged').token.split('.')
  const forged = (i: number) => ({ token: `${themeDayId}.${slot}.${'A'.repeat(20)}${String(i).padStart(2, '0')}` })
  const old = { token: codes('forged', NOON - 60 * HOUR).token }
  for (let i = 0; i < 22; i++) expect(await county.as('b9').code(checkIn, old)).toBe('CODE_EXPIRED')
  for (let i = 0; i < 20; i++) expect(await county.as('b9').code(checkIn, forged(i))).toBe('CODE_WRONG')
  expect(await county.as('b9').code(checkIn, forged(20))).toBe('TOO_MANY_TRIES')
})

test('a typed code of yesterday’s slot of tries starts a new count', async () => {
  await county.cloud.put('tries', [{ _id: 'code.openid-b10', slot: NOON / 600_000 - 144, count: 5 }])
  const [wrong = ''] = wrongCodes('raced', 1)
  expect(await typed('b10', 'raced', wrong)).toMatchObject({ outcome: 'CODE_WRONG', databaseRequests: 3 })
  const stored = await county.cloud.all<{ _id: string; count: number }>('tries')
  expect(stored.find(({ _id }) => _id === 'code.openid-b10')).toMatchObject({ slot: NOON / 600_000, count: 1 })
})
