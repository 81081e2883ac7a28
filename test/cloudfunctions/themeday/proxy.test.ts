import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { FactDoc, ThemeDayDoc } from '../../../cloudfunctions/_data/documents'
import { correctParticipation } from '../../../src/contracts/organise'
import {
  checkIn,
  checkInRemotely,
  decideLateScan,
  getCheckInBoard,
  getThemeDay,
  listAttendance,
  openCheckIn,
  recordProxy,
} from '../../../src/contracts/themeday'
import { expectedSeats } from '../../../src/domain/themeday'
import { HOUR, NOON } from '../../support/county/activities'
import { people, person } from '../../support/county/county'
import { type County, putPeople, startCounty } from '../../support/county/start-county'
import { MINUTE, openDay, plannedDay, screenAt, storedOf } from './screen'

let county: County
beforeAll(async () => {
  county = await startCounty()
  const ids = ['frail', 'after', 'undone', 'gone']
  await county.cloud.put('themeDays', [
    ...ids.map((id) => openDay(id)),
    plannedDay('unopened'),
    plannedDay('forgotten'),
  ])
})
afterEach(() => county.cloud.clock(NOON))
afterAll(() => county.cloud.stop())

const enter = (themeDayId: string, personId: string, note = '') => {
  return { themeDayId, personId, reason: 'frail' as const, note }
}

describe('an entry by proxy', () => {
  test('says by whom and why, once, and leaves a line in the audit log', async () => {
    const first = await county.as('e0').ok(recordProxy, enter('frail', 'e1', '腿脚不便'))
    expect(await county.as('e0').ok(recordProxy, enter('frail', 'e1', '又录一次'))).toEqual(first)
    const { facts } = await storedOf(county, 'frail')
    expect(facts).toEqual([
      expect.objectContaining({ channel: 'proxy', recorder: 'e0', reason: '年老体弱：腿脚不便', seat: 1 }),
    ])
    const lines = await county.cloud.all<{ action: string; object: string; actor: string }>('audit')
    expect(lines.filter(({ action }) => action === 'recordProxy')).toEqual([
      expect.objectContaining({ actor: 'e0', object: 'frail.e1' }),
    ])
    expect(await county.as('e1').ok(getThemeDay, { themeDayId: 'frail' })).toMatchObject({ channel: 'proxy' })
    const { rows } = await county.as('e0').ok(listAttendance, { themeDayId: 'frail' })
    expect(rows.find(({ personId }) => personId === 'e1')).toMatchObject({
      state: 'proxy',
      reason: '年老体弱：腿脚不便',
    })
    // who comes after all has been there already
    const { token } = screenAt('frail', NOON)
    expect(await county.as('e1').ok(checkIn, { token })).toMatchObject({ state: 'in', checkedInAt: first.checkedInAt })
  })

  test('says of who came by themselves meanwhile that they did, and leaves no line', async () => {
    const { token } = screenAt('frail', NOON)
    await county.as('e2').ok(checkIn, { token })
    expect(await county.as('e0').ok(recordProxy, enter('frail', 'e2'))).toMatchObject({ channel: 'self' })
    const lines = await county.cloud.all<{ object: string }>('audit')
    expect(lines.filter(({ object }) => object === 'frail.e2')).toEqual([])
  })

  test('has its line also when the call died before it, and none when its note does not pass the check', async () => {
    await county.cloud.put('themeDays', [openDay('died')])
    const lines = async () =>
      (await county.cloud.all<{ actor: string; object: string }>('audit')).filter(({ object }) => object === 'died.e1')
    expect(await county.as('e0').code(recordProxy, enter('died', 'e1', '测试违规'))).toBe('TEXT_REFUSED')
    await county.cloud.chaos({ killAfterWrite: 1, seed: 1 })
    await expect(county.as('e0').call(recordProxy, enter('died', 'e1'))).rejects.toThrow()
    await county.cloud.chaos(null)
    expect(await lines()).toEqual([])
    // somebody else repeats it: it is still the first one's word
    await county.as('townorg').ok(recordProxy, enter('died', 'e1'))
    expect(await lines()).toMatchObject([{ actor: 'e0' }])
  })

  test('is for others: nobody enters themselves', async () => {
    await county.cloud.put('themeDays', [openDay('self')])
    const { answer } = await county.as('e0').call(recordProxy, enter('self', 'e0'))
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'FORBIDDEN', message: expect.stringContaining('自己签到') },
    })
    // the list says which row that is, so that the page does not offer it
    const own = async (who: string) =>
      (await county.as(who).ok(listAttendance, { themeDayId: 'self' })).rows.filter(({ self }) => self)
    expect((await own('e0')).map(({ personId }) => personId)).toEqual(['e0'])
    expect(await own('townorg')).toEqual([])
    expect(await county.as('townorg').ok(recordProxy, enter('self', 'e0'))).toMatchObject({ channel: 'proxy' })
  })

  test('that came too late to be one is not taken back unseen', async () => {
    await county.cloud.put('themeDays', [openDay('unseen')])
    await county.as('e1').ok(checkIn, { token: screenAt('unseen', NOON).token })
    const undo = { kind: 'themeday' as const, activityId: 'unseen', personId: 'e1', withdrawn: true }
    const wrong = { ...undo, was: 'proxy' as const, reason: '书记代录有误' }
    expect(await county.as('e0').code(correctParticipation, wrong)).toBe('CHANGED_MEANWHILE')
    expect(await county.as('e0').code(correctParticipation, { ...wrong, was: 'self', reason: '测试违规' })).toBe(
      'TEXT_REFUSED',
    )
    expect(await county.as('e0').ok(getCheckInBoard, { themeDayId: 'unseen' })).toMatchObject({ onSite: 1 })
    await county.as('e0').ok(correctParticipation, { ...wrong, was: 'self' })
    expect(await county.as('e0').ok(getCheckInBoard, { themeDayId: 'unseen' })).toMatchObject({ onSite: 0 })
  })

  test('is possible until seven days after the end, and counts on the day', async () => {
    await county.cloud.clock(NOON + 169 * HOUR)
    const { checkedInAt } = await county.as('e0').ok(recordProxy, enter('after', 'e1'))
    expect(checkedInAt).toBe(NOON + 2 * HOUR - 1)
    await county.cloud.clock(NOON + 170 * HOUR)
    expect(await county.as('e0').code(recordProxy, enter('after', 'e2'))).toBe('PROXY_TOO_LATE')
  })

  test('is for those on the roster of an opened check-in', async () => {
    expect(await county.as('e0').code(recordProxy, enter('unopened', 'e1'))).toBe('CHECKIN_NOT_OPEN')
    expect(await county.as('e0').code(recordProxy, enter('frail', 'w0'))).toBe('NOT_EXPECTED')
    expect(await county.as('e0').code(recordProxy, enter('frail', 'nobody'))).toBe('NOT_EXPECTED')
    expect(await county.as('e0').code(recordProxy, enter('nothing', 'e1'))).toBe('NOT_FOUND')
    await putPeople(county.cloud, [
      ...people.filter(({ _id }) => _id !== 'e2'),
      person('e2', 'east', 2, {
        mobile: true,
        seatings: [{ seat: 2, orgId: 'east', from: '2026-11-11', until: null }],
      }),
    ])
    expect(await county.as('e0').code(recordProxy, enter('gone', 'e2'))).toBe('NOT_MEMBER_THEN')
    await putPeople(county.cloud, people)
  })

  test('taken back at once is absent again, and can be made valid again by another correction', async () => {
    await county.as('e0').ok(recordProxy, enter('undone', 'e1'))
    const correction = { kind: 'themeday' as const, activityId: 'undone', personId: 'e1' }
    await county.as('e0').ok(correctParticipation, { ...correction, withdrawn: true, reason: '代录有误，已撤回' })
    expect(await county.as('e0').code(recordProxy, enter('undone', 'e1'))).toBe('WITHDRAWN')
    const { rows } = await county.as('e0').ok(listAttendance, { themeDayId: 'undone' })
    expect(rows.find(({ personId }) => personId === 'e1')).toMatchObject({ state: 'absent', withdrawn: true })
    await county.as('e0').ok(correctParticipation, { ...correction, withdrawn: false, reason: '核对后确认到场' })
    expect(await county.as('e0').ok(getCheckInBoard, { themeDayId: 'undone' })).toMatchObject({ proxy: 1 })
  })
})

describe('an entry by proxy that was taken back gives way to what the member does', () => {
  const undo = async (activityId: string, personId: string) => {
    await county.as('e0').ok(recordProxy, enter(activityId, personId))
    const correction = { kind: 'themeday' as const, activityId, personId, withdrawn: true, reason: '代录有误，已撤回' }
    await county.as('e0').ok(correctParticipation, correction)
  }
  const entries = async (activityId: string) =>
    (await county.cloud.all<FactDoc>('facts')).filter((fact) => fact.activityId === activityId)

  test('scanning counts, and again is the same; taken back then, it stays so', async () => {
    await county.cloud.clock(NOON)
    await county.cloud.put('themeDays', [openDay('givesway')])
    await undo('givesway', 'e1')
    const { token } = screenAt('givesway', NOON)
    const first = await county.as('e1').ok(checkIn, { token })
    expect(first).toMatchObject({ state: 'in' })
    expect(await county.as('e1').ok(checkIn, { token })).toEqual(first)
    expect(await entries('givesway')).toMatchObject([
      { revision: 0, channel: 'proxy' },
      { revision: 1, withdrawn: true },
      { revision: 2, withdrawn: false, channel: 'self', recorder: 'own' },
    ])
    expect(await county.as('e0').ok(getCheckInBoard, { themeDayId: 'givesway' })).toMatchObject({ onSite: 1, proxy: 0 })
    const back = { kind: 'themeday' as const, activityId: 'givesway', personId: 'e1', withdrawn: true }
    await county.as('e0').ok(correctParticipation, { ...back, reason: '本人未到场' })
    expect(await county.as('e1').code(checkIn, { token })).toBe('WITHDRAWN')
  })

  test('two scans at once are one', async () => {
    await county.cloud.put('themeDays', [openDay('twice')])
    await undo('twice', 'e1')
    const { token } = screenAt('twice', NOON)
    await Promise.all([1, 2, 3].map(() => county.as('e1').ok(checkIn, { token })))
    expect((await entries('twice')).map(({ revision }) => revision).sort()).toEqual([0, 1, 2])
  })

  test('taking part from afar counts', async () => {
    await county.cloud.put('themeDays', [openDay('afar')])
    await undo('afar', 'e2')
    const text = '在外地收看了学习内容，说几句体会：要把学到的用起来，常和支部联系。'
    await county.as('e2').ok(checkInRemotely, { themeDayId: 'afar', text })
    expect((await entries('afar')).at(-1)).toMatchObject({ revision: 2, withdrawn: false, channel: 'remote' })
  })

  test('a late scan waits for the secretary, and counts with a yes', async () => {
    await county.cloud.put('themeDays', [openDay('lateagain')])
    await undo('lateagain', 'e1')
    const { token } = screenAt('lateagain', NOON)
    await county.cloud.clock(NOON + HOUR)
    expect(await county.as('e1').ok(checkIn, { token })).toMatchObject({ state: 'waiting' })
    const { rows } = await county.as('e0').ok(listAttendance, { themeDayId: 'lateagain' })
    expect(rows.find(({ personId }) => personId === 'e1')).toMatchObject({ state: 'lateScan' })
    await county.as('e0').ok(decideLateScan, { themeDayId: 'lateagain', personId: 'e1', accept: true })
    expect((await entries('lateagain')).at(-1)).toMatchObject({ revision: 2, withdrawn: false, recorder: 'e0' })
    await county.cloud.clock(NOON)
  })
})

describe('a check-in that nobody opened in time', () => {
  test('can be opened for its record afterwards: the roster of its day, no code, and who was there is entered', async () => {
    await county.cloud.clock(NOON + 26 * HOUR)
    const board = await county.as('e0').ok(openCheckIn, { themeDayId: 'forgotten' })
    expect(board).toMatchObject({ status: 'closed', frozen: true, expected: 3, token: null, code: null })
    const [stored] = (await county.cloud.all<ThemeDayDoc>('themeDays')).filter(({ _id }) => _id === 'forgotten')
    expect(stored?.roster && expectedSeats(stored.roster)).toEqual([0, 1, 2])
    const { checkedInAt } = await county.as('e0').ok(recordProxy, enter('forgotten', 'e1'))
    expect(checkedInAt).toBe(NOON + 2 * HOUR - 1)
    expect(await county.as('e0').code(openCheckIn, { themeDayId: 'forgotten' })).toBe('CHECKIN_ENDED')
    // a code that somebody worked out of an hour in which nothing was shown still waits for the secretary at most
    const { token } = screenAt('forgotten', NOON + MINUTE)
    expect(await county.as('e2').ok(checkIn, { token })).toMatchObject({ state: 'waiting' })
  })

  test('not after seven days', async () => {
    await county.cloud.clock(NOON + 170 * HOUR)
    expect(await county.as('e0').code(openCheckIn, { themeDayId: 'unopened' })).toBe('CHECKIN_ENDED')
  })
})
