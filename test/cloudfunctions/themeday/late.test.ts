import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { correctParticipation } from '../../../src/contracts/organise'
import {
  checkIn,
  decideLateScan,
  getCheckInBoard,
  getThemeDay,
  listAttendance,
  listThemeDays,
} from '../../../src/contracts/themeday'
import { HOUR, NOON } from '../../support/county/activities'
import { type County, startCounty } from '../../support/county/start-county'
import { MINUTE, openDay, screenAt, storedOf } from './screen'

let county: County
beforeAll(async () => {
  county = await startCounty()
  await county.cloud.put('themeDays', [openDay('kept'), openDay('refused'), openDay('stale'), openDay('settled')])
})
afterEach(() => county.cloud.clock(NOON))
afterAll(() => county.cloud.stop())

const late = (themeDayId: string) => screenAt(themeDayId, NOON + 2 * MINUTE).token

describe('a scan that was kept on a phone without a network', () => {
  test('arrives hours later and waits for the secretary, in two requests; sent again it is the same', async () => {
    await county.cloud.clock(NOON + 5 * HOUR)
    const scannedAt = NOON + 2 * MINUTE + 7_000
    const first = await county.as('e1').call(checkIn, { token: late('kept'), scannedAt })
    if (!first.answer.ok) throw new Error(first.answer.error.code)
    expect(first.databaseRequests).toBe(2)
    expect(first.answer.data).toMatchObject({ state: 'waiting', checkedInAt: scannedAt })
    expect(await county.as('e1').ok(checkIn, { token: late('kept') })).toEqual(first.answer.data)

    const { facts, attendances } = await storedOf(county, 'kept')
    expect(facts).toEqual([])
    expect(attendances).toHaveLength(1)
    const day = await county.as('e1').ok(getThemeDay, { themeDayId: 'kept' })
    expect(day).toMatchObject({ checkedInAt: null, lateScan: { scannedAt, state: 'waiting' } })
    const { past } = await county.as('e1').ok(listThemeDays, { before: null })
    expect(past.find(({ id }) => id === 'kept')).toMatchObject({ mine: 'lateScan' })
    expect(await county.as('e0').ok(getCheckInBoard, { themeDayId: 'kept' })).toMatchObject({ lateScans: 1, onSite: 0 })
    const { rows } = await county.as('e0').ok(listAttendance, { themeDayId: 'kept' })
    expect(rows.map(({ personId, state }) => [personId, state])).toEqual([
      ['e1', 'lateScan'],
      ['e0', 'absent'],
      ['e2', 'absent'],
    ])
    expect(rows[0]).toMatchObject({ reason: '扫的是10:02的码，15:00才送到' })
  })

  test('accepted, counts when the code was shown; deciding again changes nothing', async () => {
    await county.cloud.clock(NOON + 6 * HOUR)
    const decision = { themeDayId: 'kept', personId: 'e1', accept: true }
    expect(await county.as('e0').ok(decideLateScan, decision)).toEqual({ state: 'accepted' })
    expect(await county.as('e0').ok(decideLateScan, { ...decision, accept: false })).toEqual({ state: 'accepted' })
    const { facts } = await storedOf(county, 'kept')
    const shown = { occurredAt: NOON + 2 * MINUTE + 29_999, channel: 'self', recorder: 'e0', revision: 0 }
    expect(facts).toEqual([expect.objectContaining(shown)])
    expect(await county.as('e1').ok(checkIn, { token: late('kept') })).toMatchObject({
      state: 'in',
      checkedInAt: shown.occurredAt,
    })
    expect(await county.as('e0').ok(getCheckInBoard, { themeDayId: 'kept' })).toMatchObject({ lateScans: 0, onSite: 1 })
  })

  test('declined, says so to its bearer, with what to do', async () => {
    await county.cloud.clock(NOON + 5 * HOUR)
    await county.as('e1').ok(checkIn, { token: late('refused') })
    const decision = { themeDayId: 'refused', personId: 'e1', accept: false }
    expect(await county.as('e0').ok(decideLateScan, decision)).toEqual({ state: 'declined' })
    const { answer } = await county.as('e1').call(checkIn, { token: late('refused') })
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'CODE_EXPIRED', message: expect.stringContaining('补录') },
    })
    expect((await storedOf(county, 'refused')).facts).toEqual([])
    const day = await county.as('e1').ok(getThemeDay, { themeDayId: 'refused' })
    expect(day.lateScan).toMatchObject({ state: 'declined' })
  })

  test('is expired after the end of the next day, and wrong where it belongs to no open time', async () => {
    // NOON is 2026-11-10 10:00 in Asia/Shanghai: the end of the 11th is 38 hours later
    await county.cloud.clock(NOON + 38 * HOUR - MINUTE)
    const before = screenAt('stale', NOON - HOUR - MINUTE).token
    const after = screenAt('stale', NOON + 2 * HOUR).token
    expect(await county.as('e1').code(checkIn, { token: before })).toBe('CHECKIN_NOT_OPEN')
    expect(await county.as('e1').code(checkIn, { token: after })).toBe('CHECKIN_ENDED')
    expect(await county.as('w0').code(checkIn, { token: late('stale') })).toBe('NOT_EXPECTED')
    expect(await county.as('e2').ok(checkIn, { token: late('stale') })).toMatchObject({ state: 'waiting' })
    await county.cloud.clock(NOON + 38 * HOUR)
    expect(await county.as('e1').code(checkIn, { token: late('stale') })).toBe('CODE_EXPIRED')
  })

  test('is settled by a check-in of the same person, and by a correction', async () => {
    const at = NOON + 12 * MINUTE + 31_000
    await county.cloud.clock(at)
    await county.as('e1').ok(checkIn, { token: screenAt('settled', NOON).token })
    await county.as('e1').ok(checkIn, { token: screenAt('settled', at).token })
    expect(await county.as('e0').ok(getCheckInBoard, { themeDayId: 'settled' })).toMatchObject({
      lateScans: 0,
      onSite: 1,
    })
    const taken = { kind: 'themeday' as const, activityId: 'settled', personId: 'e1', withdrawn: true }
    await county.as('e0').ok(correctParticipation, { ...taken, reason: '本人未到场' })
    const { rows } = await county.as('e0').ok(listAttendance, { themeDayId: 'settled' })
    const row = rows.find(({ personId }) => personId === 'e1')
    expect(row).toMatchObject({ state: 'absent', withdrawn: true, reason: '本人未到场' })
    const decision = { themeDayId: 'settled', personId: 'e1' }
    expect(await county.as('e0').code(decideLateScan, { ...decision, accept: true })).toBe('WITHDRAWN')
    expect(await county.as('e1').code(checkIn, { token: screenAt('settled', at).token })).toBe('WITHDRAWN')
  })

  test('of nobody is not found', async () => {
    const decision = { themeDayId: 'kept', accept: true }
    expect(await county.as('e0').code(decideLateScan, { ...decision, personId: 'e2' })).toBe('NOT_FOUND')
    expect(await county.as('e0').code(decideLateScan, { ...decision, personId: 'nobody' })).toBe('NOT_FOUND')
  })
})
