import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import {
  askLeave,
  checkIn,
  getCheckInBoard,
  getThemeDay,
  listAttendance,
  listThemeDays,
  recordAbsence,
  withdrawLeave,
} from '../../../src/contracts/themeday'
import { HOUR, NOON } from '../../support/county/activities'
import { type County, startCounty } from '../../support/county/start-county'
import { openDay, plannedDay, screenAt, storedOf } from './screen'

let county: County
beforeAll(async () => {
  county = await startCounty()
  const days = ['over', 'came', 'entered', 'ended'].map((id) => openDay(id))
  await county.cloud.put('themeDays', [plannedDay('soon'), ...days])
})
afterEach(() => county.cloud.clock(NOON))
afterAll(() => county.cloud.stop())

const ask = (themeDayId: string, note = '') => ({ themeDayId, reason: 'illness' as const, note })
const leaveOf = async (who: string, themeDayId: string) => (await county.as(who).ok(getThemeDay, { themeDayId })).leave

describe('a member’s leave', () => {
  test('is asked for, changed and taken back; asking the same again is the same leave', async () => {
    const first = await county.as('e1').call(askLeave, ask('soon'))
    if (!first.answer.ok) throw new Error(first.answer.error.code)
    expect(first.databaseRequests).toBe(2)
    await county.cloud.clock(NOON + 60_000)
    expect(await county.as('e1').ok(askLeave, ask('soon'))).toEqual(first.answer.data)
    const { at } = await county.as('e1').ok(askLeave, ask('soon', ' 下午去医院 '))
    expect(at).toBeGreaterThanOrEqual(NOON + 60_000)
    expect(await leaveOf('e1', 'soon')).toEqual({
      reason: 'illness',
      note: '下午去医院',
      at,
      by: 'self',
    })
    expect(await county.as('e0').ok(getCheckInBoard, { themeDayId: 'soon' })).toMatchObject({ leave: 1, expected: 3 })
    const { coming } = await county.as('e1').ok(listThemeDays, { before: null })
    expect(coming.find(({ id }) => id === 'soon')).toMatchObject({ mine: 'leave' })
    await county.as('e1').ok(withdrawLeave, { themeDayId: 'soon' })
    await county.as('e1').ok(withdrawLeave, { themeDayId: 'soon' })
    expect(await leaveOf('e1', 'soon')).toBeNull()
  })

  test('ends with checking in, and cannot be asked for after it', async () => {
    await county.as('e1').ok(askLeave, ask('came'))
    await county.as('e1').ok(checkIn, { token: screenAt('came', NOON).token })
    expect(await leaveOf('e1', 'came')).toBeNull()
    expect(await county.as('e0').ok(getCheckInBoard, { themeDayId: 'came' })).toMatchObject({ leave: 0, onSite: 1 })
    expect(await county.as('e1').code(askLeave, ask('came'))).toBe('ALREADY_CHECKED_IN')
  })

  test('can be asked for by those expected, until the end', async () => {
    expect(await county.as('w0').code(askLeave, ask('over'))).toBe('FORBIDDEN')
    expect(await county.as('e1').code(askLeave, ask('nothing'))).toBe('NOT_FOUND')
    expect(await county.as('e1').code(withdrawLeave, { themeDayId: 'nothing' })).toBe('NOT_FOUND')
    const { at } = await county.as('e1').ok(askLeave, ask('over'))
    await county.cloud.clock(NOON + 2 * HOUR)
    expect(await county.as('e2').code(askLeave, ask('over'))).toBe('CHECKIN_ENDED')
    expect(await county.as('e1').code(withdrawLeave, { themeDayId: 'over' })).toBe('CHECKIN_ENDED')
    // the answer to a call from before the end, sent again
    expect(await county.as('e1').ok(askLeave, ask('over'))).toEqual({ at })
    // in the denominator, and shown
    const { rows, expected } = await county.as('e0').ok(listAttendance, { themeDayId: 'over' })
    expect(expected).toBe(3)
    expect(rows.find(({ personId }) => personId === 'e1')).toMatchObject({ state: 'leave', reason: '生病' })
  })

  test('asked for without a network before the end counts when it arrives until the end of the next day, with both times', async () => {
    const ids = ['offline', 'ordered', 'tooLate'.toLowerCase()]
    await county.cloud.put(
      'themeDays',
      ids.map((id) => openDay(id)),
    )
    // NOON is 10:00 in Asia/Shanghai, and the end is at 12:00
    const askedAt = NOON + HOUR
    await county.cloud.clock(NOON + 5 * HOUR)
    const offline = { ...ask('offline', '去医院'), askedAt }
    const first = await county.as('e1').call(askLeave, offline)
    expect(first.answer).toMatchObject({ ok: true, data: { at: askedAt } })
    expect(first.databaseRequests).toBe(2)
    expect(await leaveOf('e1', 'offline')).toMatchObject({ at: askedAt, by: 'self' })
    const { rows } = await county.as('e0').ok(listAttendance, { themeDayId: 'offline' })
    expect(rows.find(({ personId }) => personId === 'e1')).toMatchObject({
      state: 'leave',
      at: askedAt,
      reason: '生病：去医院（11:00 请的假，15:00 才送到）',
    })
    // claimed after the end, or without a claim
    expect(await county.as('e2').code(askLeave, { ...ask('offline'), askedAt: NOON + 2 * HOUR })).toBe('CHECKIN_ENDED')
    expect(await county.as('e2').code(askLeave, ask('offline'))).toBe('CHECKIN_ENDED')
    // what the secretary entered since stands
    const entered = { themeDayId: 'ordered', personId: 'e1', leave: { reason: 'work' as const, note: '' } }
    const { at } = await county.as('e0').ok(recordAbsence, entered)
    expect(await county.as('e1').ok(askLeave, { ...ask('ordered'), askedAt })).toEqual({ at })
    expect(await leaveOf('e1', 'ordered')).toMatchObject({ reason: 'work', by: 'secretary' })
    // the end of the 11th is 38 hours after NOON
    await county.cloud.clock(NOON + 38 * HOUR)
    expect(await county.as('e1').code(askLeave, { ...ask('toolate'), askedAt })).toBe('CHECKIN_ENDED')
  })

  test('whose note does not pass the check is not entered; one without a note needs none', async () => {
    await county.cloud.put('themeDays', [openDay('noted')])
    const { answer } = await county.as('e1').call(askLeave, ask('noted', '测试违规'))
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'TEXT_REFUSED', message: expect.stringContaining('不写') },
    })
    expect((await storedOf(county, 'noted')).attendances).toEqual([])
    // what the check is not sure of is passed on
    await county.as('e1').ok(askLeave, ask('noted', '测试时政'))
    expect(await leaveOf('e1', 'noted')).toMatchObject({ note: '测试时政' })
  })

  test('that was taken back stays so when an asking from before comes in', async () => {
    await county.cloud.put('themeDays', [openDay('back')])
    const at = (minutes: number) => county.cloud.clock(NOON + minutes * 60_000)
    const askedAt = (minutes: number) => ({ ...ask('back'), askedAt: NOON + minutes * 60_000 })
    await at(20)
    await county.as('e1').ok(askLeave, askedAt(20))
    await at(30)
    await county.as('e1').ok(withdrawLeave, { themeDayId: 'back' })
    await at(40)
    // of another phone that had no network, and the very same call again
    const { answer } = await county.as('e1').call(askLeave, askedAt(10))
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'CHANGED_MEANWHILE', message: expect.stringContaining('再申请一次') },
    })
    expect(await county.as('e1').code(askLeave, askedAt(20))).toBe('CHANGED_MEANWHILE')
    expect(await leaveOf('e1', 'back')).toBeNull()
    // who changes their mind once more has leave
    await county.as('e1').ok(askLeave, askedAt(39))
    expect(await leaveOf('e1', 'back')).toMatchObject({ at: NOON + 39 * 60_000 })
  })

  test('of someone who is not on the frozen roster is refused', async () => {
    const roster = openDay('x', { orgId: 'west' }).roster
    await county.cloud.put('themeDays', [openDay('foreign', { roster })])
    expect(await county.as('e1').code(askLeave, ask('foreign'))).toBe('NOT_EXPECTED')
  })
})

describe('a leave that the secretary enters', () => {
  test('is not the member’s to take back, and its note is checked', async () => {
    await county.cloud.put('themeDays', [openDay('theirs')])
    const asked = { themeDayId: 'theirs', personId: 'e1' }
    const risky = { ...asked, leave: { reason: 'work' as const, note: '测试违规' } }
    expect(await county.as('e0').code(recordAbsence, risky)).toBe('TEXT_REFUSED')
    await county.as('e0').ok(recordAbsence, { ...asked, leave: { reason: 'work', note: '' } })
    const { answer } = await county.as('e1').call(withdrawLeave, { themeDayId: 'theirs' })
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'FORBIDDEN', message: expect.stringContaining('支部书记') },
    })
    expect(await leaveOf('e1', 'theirs')).toMatchObject({ by: 'secretary' })
    // their own word about it takes its place, and that one is theirs
    await county.as('e1').ok(askLeave, ask('theirs'))
    await county.as('e1').ok(withdrawLeave, { themeDayId: 'theirs' })
    expect(await leaveOf('e1', 'theirs')).toBeNull()
  })

  test('has its line in the audit log also when the call died before it, and when it is taken back', async () => {
    await county.cloud.put('themeDays', [openDay('died')])
    const asked = { themeDayId: 'died', personId: 'e1' }
    const leave = { reason: 'work' as const, note: '' }
    const lines = async () =>
      (await county.cloud.all<{ actor: string; object: string }>('audit')).filter(({ object }) => object === 'died.e1')
    await county.cloud.chaos({ killAfterWrite: 1, seed: 1 })
    await expect(county.as('e0').call(recordAbsence, { ...asked, leave })).rejects.toThrow()
    await county.cloud.chaos(null)
    expect(await lines()).toEqual([])
    await county.as('e0').ok(recordAbsence, { ...asked, leave })
    await county.as('e0').ok(recordAbsence, { ...asked, leave })
    expect(await lines()).toMatchObject([{ actor: 'e0' }])
    await county.cloud.chaos({ killAfterWrite: 1, seed: 1 })
    await expect(county.as('e0').call(recordAbsence, { ...asked, leave: null })).rejects.toThrow()
    await county.cloud.chaos(null)
    await county.as('e0').ok(recordAbsence, { ...asked, leave: null })
    expect(await lines()).toHaveLength(2)
    expect(await leaveOf('e1', 'died')).toBeNull()
  })

  const enter = (themeDayId: string, personId: string, note = '来电请假') => {
    return { themeDayId, personId, leave: { reason: 'work' as const, note } }
  }

  test('is shown to the member, stays the same when repeated, and is taken back by null', async () => {
    const { at } = await county.as('e0').ok(recordAbsence, enter('entered', 'e1'))
    await county.cloud.clock(NOON + HOUR)
    expect(await county.as('e0').ok(recordAbsence, enter('entered', 'e1'))).toEqual({ at })
    expect(await leaveOf('e1', 'entered')).toEqual({ reason: 'work', note: '来电请假', at, by: 'secretary' })
    const { rows } = await county.as('e0').ok(listAttendance, { themeDayId: 'entered' })
    expect(rows.find(({ personId }) => personId === 'e1')).toMatchObject({
      state: 'leave',
      reason: '工作走不开：来电请假',
    })
    const back = { themeDayId: 'entered', personId: 'e1', leave: null }
    expect(await county.as('e0').ok(recordAbsence, back)).toEqual({ at: null })
    expect(await county.as('e0').ok(recordAbsence, back)).toEqual({ at: null })
    expect(await leaveOf('e1', 'entered')).toBeNull()
    const lines = await county.cloud.all<{ action: string; object: string }>('audit')
    expect(lines.filter(({ object }) => object === 'entered.e1').map(({ action }) => action)).toEqual([
      'recordAbsence',
      'recordAbsence',
    ])
  })

  test('can be entered before the opening and until seven days after the end, for those expected who did not come', async () => {
    await county.as('e0').ok(recordAbsence, enter('soon', 'e2'))
    expect(await county.as('e0').code(recordAbsence, enter('soon', 'w0'))).toBe('NOT_EXPECTED')
    expect(await county.as('e0').code(recordAbsence, enter('soon', 'nobody'))).toBe('NOT_EXPECTED')
    expect(await county.as('e0').code(recordAbsence, enter('nothing', 'e1'))).toBe('NOT_FOUND')
    await county.as('e1').ok(checkIn, { token: screenAt('ended', NOON).token })
    expect(await county.as('e0').code(recordAbsence, enter('ended', 'e1'))).toBe('ALREADY_CHECKED_IN')
    await county.cloud.clock(NOON + 169 * HOUR)
    await county.as('e0').ok(recordAbsence, enter('ended', 'e2'))
    await county.cloud.clock(NOON + 170 * HOUR)
    expect(await county.as('e0').code(recordAbsence, enter('ended', 'e0'))).toBe('PROXY_TOO_LATE')
    expect((await storedOf(county, 'ended')).attendances).toHaveLength(1)
  })
})
