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

const linesAbout = async (id: string) =>
  (await county.cloud.all<{ actor: string; action: string; object: string }>('audit'))
    .filter(({ object }) => object === id)
    .map(({ actor, action }) => `${actor} ${action}`)

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
    expect(rows[0]).toMatchObject({ reason: '扫的是 10:02 的码，15:00 才送到' })
  })

  test('accepted, counts when the code was shown; deciding again changes nothing', async () => {
    await county.cloud.clock(NOON + 6 * HOUR)
    const decision = { themeDayId: 'kept', personId: 'e1', accept: true }
    expect(await county.as('e0').ok(decideLateScan, decision)).toEqual({ state: 'accepted' })
    expect(await county.as('e0').ok(decideLateScan, decision)).toEqual({ state: 'accepted' })
    const { answer } = await county.as('e0').call(decideLateScan, { ...decision, accept: false })
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'CHANGED_MEANWHILE', message: expect.stringContaining('撤回') },
    })
    expect(await linesAbout('kept.e1')).toEqual(['e0 acceptLateScan'])
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
    expect(await county.as('e0').ok(decideLateScan, decision)).toEqual({ state: 'declined' })
    expect(await linesAbout('refused.e1')).toEqual(['e0 declineLateScan'])
  })

  test('declined by a slip of the finger, is accepted by who has seen that', async () => {
    await county.cloud.put('themeDays', [openDay('slipped')])
    await county.cloud.clock(NOON + 5 * HOUR)
    await county.as('e1').ok(checkIn, { token: late('slipped') })
    const decision = { themeDayId: 'slipped', personId: 'e1' }
    await county.as('e0').ok(decideLateScan, { ...decision, accept: false })
    const row = async () =>
      (await county.as('e0').ok(listAttendance, { themeDayId: 'slipped' })).rows.find((one) => one.personId === 'e1')
    expect(await row()).toMatchObject({ state: 'absent', declined: true })
    // somebody else's yes has not seen the no
    expect(await county.as('townorg').code(decideLateScan, { ...decision, accept: true })).toBe('CHANGED_MEANWHILE')
    expect((await storedOf(county, 'slipped')).facts).toEqual([])
    const undone = { ...decision, accept: true, was: 'declined' as const }
    expect(await county.as('e0').ok(decideLateScan, undone)).toEqual({ state: 'accepted' })
    expect(await county.as('e0').ok(decideLateScan, undone)).toEqual({ state: 'accepted' })
    expect(await row()).toMatchObject({ state: 'onSite', declined: false })
    expect((await linesAbout('slipped.e1')).sort()).toEqual(['e0 acceptLateScan', 'e0 declineLateScan'])
  })

  test('accepted by a call that died before the fact waits on; a no then is a no, and a yes ends it', async () => {
    await county.cloud.put('themeDays', [openDay('halfno'), openDay('halfyes')])
    await county.cloud.clock(NOON + 5 * HOUR)
    for (const themeDayId of ['halfno', 'halfyes']) {
      await county.as('e1').ok(checkIn, { token: late(themeDayId) })
      await county.cloud.chaos({ killAfterWrite: 1, seed: 1 })
      const decision = { themeDayId, personId: 'e1', accept: true }
      await expect(county.as('e0').call(decideLateScan, decision)).rejects.toThrow()
      await county.cloud.chaos(null)
      const { facts, attendances } = await storedOf(county, themeDayId)
      expect(facts).toEqual([])
      expect(attendances).toMatchObject([{ lateScan: { state: 'accepted', decidedBy: 'e0' } }])
      expect(await county.as('e0').ok(getCheckInBoard, { themeDayId })).toMatchObject({ lateScans: 1 })
    }
    const no = { themeDayId: 'halfno', personId: 'e1', accept: false }
    // as long as the call may still be about to write it
    await county.cloud.clock(NOON + 5 * HOUR)
    expect(await county.as('townorg').code(decideLateScan, no)).toBe('CHANGED_MEANWHILE')
    await county.cloud.clock(NOON + 5 * HOUR + 4 * MINUTE)
    expect(await county.as('townorg').ok(decideLateScan, no)).toEqual({ state: 'declined' })
    expect((await storedOf(county, 'halfno')).facts).toEqual([])
    expect(await linesAbout('halfno.e1')).toEqual(['townorg declineLateScan'])
    const yes = { ...no, themeDayId: 'halfyes', accept: true }
    expect(await county.as('townorg').ok(decideLateScan, yes)).toEqual({ state: 'accepted' })
    // the word of who said yes
    expect((await storedOf(county, 'halfyes')).facts).toMatchObject([{ recorder: 'e0', channel: 'self' }])
    expect(await linesAbout('halfyes.e1')).toEqual(['e0 acceptLateScan'])
  })

  test('of a secretary is decided by somebody else', async () => {
    await county.cloud.put('themeDays', [openDay('own')])
    await county.cloud.clock(NOON + 5 * HOUR)
    await county.as('e0').ok(checkIn, { token: late('own') })
    const decision = { themeDayId: 'own', personId: 'e0', accept: true }
    expect(await county.as('e0').code(decideLateScan, decision)).toBe('FORBIDDEN')
    expect(await county.as('townorg').ok(decideLateScan, decision)).toEqual({ state: 'accepted' })
  })

  test('says nothing of a phone whose clock is wrong', async () => {
    await county.cloud.put('themeDays', [openDay('fast')])
    await county.cloud.clock(NOON + 5 * HOUR)
    // an hour ahead of its arrival
    const scan = { token: late('fast'), scannedAt: NOON + 6 * HOUR }
    expect(await county.as('e1').ok(checkIn, scan)).toMatchObject({ checkedInAt: NOON + 2 * MINUTE + 29_999 })
    const { rows } = await county.as('e0').ok(listAttendance, { themeDayId: 'fast' })
    expect(rows[0]).toMatchObject({ personId: 'e1', reason: '扫的是 10:02 的码，15:00 才送到' })
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
    const { answer } = await county.as('e1').call(checkIn, { token: late('stale') })
    // there is no screen any more to be sent to
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'CODE_EXPIRED', message: expect.stringContaining('补录') },
    })
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
