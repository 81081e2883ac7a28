import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkIn, closeCheckIn, getCheckInBoard, getThemeDay, openCheckIn } from '../../src/contracts/themeday'
import { codesAt } from '../../src/domain/themeday'
import { HOUR, NOON, themeDays } from '../support/county/activities'
import { type County, startCounty } from '../support/county/start-county'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.cloud.stop())

const MINUTE = 60_000
const mac = (key: string, message: string) => createHmac('sha256', key).update(message).digest('base64url')
const secretOf = (themeDayId: string) => themeDays.find(({ _id }) => _id === themeDayId)?.secret ?? ''
/** What the secretary's screen would show. */
const codes = (themeDayId: string, at: number) => codesAt({ themeDayId, secret: secretOf(themeDayId), mac }, at)
const facts = async () =>
  (await county.cloud.all<{ _id: string } & Record<string, unknown>>('facts')).filter(({ kind }) => kind === 'themeday')

describe('a theme day', () => {
  test('is not open before the secretary opens it', async () => {
    expect(await county.as('e1').ok(getThemeDay, { themeDayId: 'eastday' })).toMatchObject({
      status: 'planned',
      canManage: false,
    })
    const { token, code } = codes('eastday', NOON)
    expect(await county.as('e1').code(checkIn, { token })).toBe('CHECKIN_NOT_OPEN')
    expect(await county.as('e1').code(checkIn, { themeDayId: 'eastday', code })).toBe('CHECKIN_NOT_OPEN')
    expect(await county.as('e0').code(closeCheckIn, { themeDayId: 'eastday' })).toBe('CHECKIN_NOT_OPEN')
  })

  test('opened, freezes its roster and shows the codes of the moment; opened again, is the same', async () => {
    const board = await county.as('e0').ok(openCheckIn, { themeDayId: 'eastday' })
    const shown = codes('eastday', board.now)
    expect(board).toMatchObject({
      status: 'open',
      expected: 3,
      onSite: 0,
      arrivals: [],
      token: shown.token,
      code: shown.code,
    })
    const before = await county.cloud.all('themeDays')
    await county.as('e0').ok(openCheckIn, { themeDayId: 'eastday' })
    expect(await county.cloud.all('themeDays')).toEqual(before)
  })

  test('takes a scanned token and a typed code, each person once, in two requests', async () => {
    const board = await county.as('e0').ok(getCheckInBoard, { themeDayId: 'eastday' })
    const first = await county.as('e1').call(checkIn, { token: board.token })
    if (!first.answer.ok) throw new Error(first.answer.error.code)
    expect(first.databaseRequests).toBe(2)
    expect(first.answer.data).toMatchObject({ themeDayId: 'eastday', orgName: '东村支部' })
    expect(await county.as('e1').ok(checkIn, { themeDayId: 'eastday', code: '000000' })).toEqual(first.answer.data)
    await county.as('e2').ok(checkIn, { themeDayId: 'eastday', code: board.code })
    expect((await facts()).map(({ _id }) => _id).sort()).toEqual(['themeday.eastday.e1', 'themeday.eastday.e2'])
    const after = await county.as('e0').ok(getCheckInBoard, { themeDayId: 'eastday' })
    expect(after).toMatchObject({ expected: 3, onSite: 2 })
    expect(after.arrivals.map(({ name }) => name).sort()).toEqual(['测试e1', '测试e2'])
  })

  test('counts the moment of scanning, however slow the way', async () => {
    const scanned = NOON + 5 * MINUTE
    const { token } = codes('eastday', scanned)
    await county.cloud.clock(scanned + 9 * MINUTE)
    const { checkedInAt } = await county.as('e0').ok(checkIn, { token })
    expect(checkedInAt).toBe(scanned + 29_999) // the last instant of the slot in which it was shown
    await county.cloud.clock(NOON)
  })

  test('refuses old, forged and foreign codes with their own codes, and records nothing', async () => {
    const before = await facts()
    const old = codes('eastday', NOON - 11 * MINUTE)
    expect(await county.as('e0').ok(getThemeDay, { themeDayId: 'eastday' })).toMatchObject({ canManage: true })
    const w0 = county.as('w0')
    expect(await w0.code(checkIn, { token: codes('eastday', NOON).token })).toBe('NOT_EXPECTED')
    expect(await w0.code(checkIn, { token: old.token.replace('eastday', 'nothing') })).toBe('NOT_FOUND')
    expect(await w0.code(checkIn, { token: 'no token' })).toBe('BAD_INPUT')
    expect(await w0.code(getThemeDay, { themeDayId: 'eastday' })).toBe('FORBIDDEN')
    // east's own people: a fourth one who has not checked in yet is needed, so west opens its day
    await county.cloud.put('people', [
      {
        ...(await county.cloud.all<{ _id: string } & Record<string, unknown>>('people')).find(
          ({ _id }) => _id === 'w1',
        ),
        roles: [{ role: 'secretary', orgId: 'west' }],
      },
    ])
    await county.as('w1').ok(openCheckIn, { themeDayId: 'westday' })
    // from before the opening: nobody can have been shown it
    expect(await w0.code(checkIn, { token: codes('westday', NOON - 11 * MINUTE).token })).toBe('CHECKIN_NOT_OPEN')
    expect(await w0.code(checkIn, { token: `${codes('westday', NOON).token.slice(0, -1)}_` })).toBe('CODE_WRONG')
    expect(await w0.code(checkIn, { token: codes('eastday', NOON).token.replace('eastday', 'westday') })).toBe(
      'CODE_WRONG',
    )
    expect(await w0.code(checkIn, { themeDayId: 'westday', code: '12345x' })).toBe('BAD_INPUT')
    // none of the day's: slots of five minutes
    const shown = new Set(Array.from({ length: 576 }, (_, i) => codes('westday', NOON + (i - 288) * 5 * MINUTE).code))
    const wrong = Array.from({ length: 577 }, (_, i) => String(i).padStart(6, '0')).find((one) => !shown.has(one)) ?? ''
    expect(await w0.code(checkIn, { themeDayId: 'westday', code: wrong })).toBe('CODE_WRONG')
    expect(await facts()).toEqual(before)
  })

  test('someone who joined after the roster was frozen is told so', async () => {
    await county.cloud.put('people', [
      {
        _id: 'late',
        name: '测试late',
        orgId: 'west',
        seat: 12,
        mobile: false,
        bornYear: 1990,
        fullFrom: '2010-01-01',
        seatings: [{ seat: 12, orgId: 'west', from: null, until: null }],
        mobileSpells: [],
        revision: 0,
        roles: [],
      },
    ])
    await county.cloud.put('bindings', [{ _id: 'openid-late', personId: 'late', boundAt: NOON }])
    expect(await county.as('late').code(checkIn, { token: codes('westday', NOON).token })).toBe('NOT_EXPECTED')
  })

  test('closed, takes what was scanned before and refuses what was scanned after; closing twice is closing once', async () => {
    await county.cloud.clock(NOON + 20 * MINUTE)
    await county.as('w1').ok(closeCheckIn, { themeDayId: 'westday' })
    await county.as('w1').ok(closeCheckIn, { themeDayId: 'westday' })
    await county.cloud.clock(NOON + 22 * MINUTE)
    expect(await county.as('w0').code(checkIn, { token: codes('westday', NOON + 21 * MINUTE).token })).toBe(
      'CHECKIN_ENDED',
    )
    await county.as('w0').ok(checkIn, { token: codes('westday', NOON + 19 * MINUTE).token })
    expect(await county.as('w1').code(openCheckIn, { themeDayId: 'westday' })).toBe('CHECKIN_ENDED')
  })

  test('past its end, is over', async () => {
    await county.cloud.clock(NOON + 2 * HOUR + MINUTE)
    expect(await county.as('e1').ok(getThemeDay, { themeDayId: 'eastday' })).toMatchObject({ status: 'closed' })
    expect(await county.as('w1').code(checkIn, { token: codes('westday', NOON + 2 * HOUR + MINUTE).token })).toBe(
      'CHECKIN_ENDED',
    )
    await county.cloud.clock(NOON)
  })
})
