import { describe, expect, it } from 'vitest'
import { decideLeave, isLaterLeave, isTakenBack, type Leave, leaveReasonWords } from '@/domain/themeday'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** 2026-11-10, until 17:00 in Asia/Shanghai. */
const endsAt = Date.parse('2026-11-10T17:00:00+08:00')
const planned = { status: 'planned' as const, endsAt }

describe('decideLeave', () => {
  it('takes leave that is asked for before the end', () => {
    expect(decideLeave(planned, undefined, endsAt - 1)).toEqual({ ok: true, at: endsAt - 1 })
    expect(decideLeave(planned, undefined, endsAt)).toEqual({ ok: false, code: 'CHECKIN_ENDED' })
    const closed = { status: 'closed' as const, endsAt, closedAt: endsAt - HOUR }
    expect(decideLeave(closed, undefined, endsAt - HOUR)).toEqual({ ok: false, code: 'CHECKIN_ENDED' })
    expect(decideLeave(closed, endsAt - HOUR - 1, endsAt)).toEqual({ ok: true, at: endsAt - HOUR - 1 })
  })

  it('takes what was asked for without a network until the end of the next day', () => {
    const asked = endsAt - 4 * HOUR
    const midnight = Date.parse('2026-11-12T00:00:00+08:00')
    expect(decideLeave(planned, asked, midnight - 1)).toEqual({ ok: true, at: asked })
    expect(decideLeave(planned, asked, midnight)).toEqual({ ok: false, code: 'CHECKIN_ENDED' })
    expect(decideLeave(planned, endsAt, endsAt + HOUR)).toEqual({ ok: false, code: 'CHECKIN_ENDED' })
    // one that ends at midnight belongs to the day before
    const late = { status: 'open' as const, endsAt: Date.parse('2026-11-11T00:00:00+08:00') }
    expect(decideLeave(late, asked, midnight - 1)).toMatchObject({ ok: true })
    expect(decideLeave(late, asked, midnight)).toMatchObject({ ok: false })
  })

  it('believes no claim from the future, and none from before anybody could know of it', () => {
    expect(decideLeave(planned, endsAt - HOUR, endsAt - 2 * HOUR)).toEqual({ ok: true, at: endsAt - 2 * HOUR })
    expect(decideLeave(planned, endsAt + HOUR, endsAt - 2 * HOUR)).toEqual({ ok: true, at: endsAt - 2 * HOUR })
    expect(decideLeave(planned, 0, endsAt - HOUR)).toEqual({ ok: true, at: endsAt - 60 * DAY })
  })

  it('does not put an older one in the place of what was entered after it', () => {
    expect(isLaterLeave({ at: 5 }, 4)).toBe(true)
    expect(isLaterLeave({ at: 5 }, 5)).toBe(false)
  })
})

describe('leaveReasonWords', () => {
  const leave: Leave = { reason: 'illness', note: '', at: endsAt - 4 * HOUR, by: 'self', recorder: null }
  it('names both times of one that came after the end', () => {
    expect(leaveReasonWords(leave, endsAt)).toBe('生病')
    expect(leaveReasonWords({ ...leave, receivedAt: endsAt - 1 }, endsAt)).toBe('生病')
    expect(leaveReasonWords({ ...leave, note: '去医院', receivedAt: endsAt + 600_000 }, endsAt)).toBe(
      '生病：去医院（13:00 请的假，17:10 才送到）',
    )
    expect(leaveReasonWords({ ...leave, receivedAt: endsAt + 15 * HOUR }, endsAt)).toBe(
      '生病（13:00 请的假，第二天 08:00 才送到）',
    )
  })

  it('of one that the secretary entered afterwards is the reason alone', () => {
    const entered: Leave = { ...leave, at: endsAt + DAY, by: 'secretary', recorder: 'someone' }
    expect(leaveReasonWords(entered, endsAt)).toBe('生病')
  })
})

describe('isTakenBack', () => {
  const [askedAt, at] = [endsAt - 4 * HOUR, endsAt - 2 * HOUR]
  const takenBack = { askedAt, at }

  it('keeps a leave out that was asked for before it was taken back', () => {
    for (const claimed of [askedAt - HOUR, askedAt, askedAt + 1, at - 60_001]) {
      expect(isTakenBack(takenBack, claimed)).toBe(true)
    }
    expect(isTakenBack(null, askedAt)).toBe(false)
  })

  it('lets in what is asked for after it, also by a clock that is a little behind', () => {
    for (const claimed of [at - 60_000, at, at + HOUR, undefined]) expect(isTakenBack(takenBack, claimed)).toBe(false)
  })

  it('keeps the very same one out, taken back within the minute', () => {
    expect(isTakenBack({ askedAt: at - 5000, at }, at - 5000)).toBe(true)
    expect(isTakenBack({ askedAt: at - 5000, at }, at - 4000)).toBe(false)
  })
})
