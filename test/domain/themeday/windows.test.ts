import { describe, expect, it } from 'vitest'
import { canOpenAfterwards, decideProxy, decideRemote, remoteText, remoteWindow } from '@/domain/themeday'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** 2026-11-10 15:00 to 17:00 in Asia/Shanghai, opened at 14:50. */
const startsAt = Date.UTC(2026, 10, 10, 7)
const endsAt = startsAt + 2 * HOUR
const frozenAt = startsAt - HOUR / 6
const opened = { status: 'open' as const, startsAt, endsAt, closedAt: null, remote: true, roster: { frozenAt } }
const planned = { ...opened, status: 'planned' as const, roster: null }
const away = { member: true, mobile: true, expected: true }

describe('decideRemote', () => {
  it('takes part from the opening until 48 hours after the end, within the theme day', () => {
    expect(decideRemote(opened, away, frozenAt)).toEqual({ ok: true, occurredAt: frozenAt })
    expect(decideRemote(opened, away, startsAt + HOUR)).toEqual({ ok: true, occurredAt: startsAt + HOUR })
    expect(decideRemote(opened, away, endsAt + 48 * HOUR - 1)).toEqual({ ok: true, occurredAt: endsAt - 1 })
    expect(decideRemote(opened, away, endsAt + 48 * HOUR)).toEqual({ ok: false, code: 'CHECKIN_ENDED' })
    const closed = { ...opened, status: 'closed' as const, closedAt: startsAt + HOUR }
    expect(decideRemote(closed, away, endsAt + HOUR)).toEqual({ ok: true, occurredAt: endsAt - 1 })
  })

  it('is for mobile members who are expected, where the branch allows it', () => {
    expect(decideRemote(opened, { ...away, mobile: false }, startsAt)).toEqual({ ok: false, code: 'NOT_REMOTE' })
    expect(decideRemote({ ...opened, remote: false }, away, startsAt)).toEqual({ ok: false, code: 'NOT_REMOTE' })
    expect(decideRemote(opened, { ...away, expected: false }, startsAt)).toEqual({ ok: false, code: 'NOT_EXPECTED' })
    // somebody who came to the branch after it: being entered as a mobile member would not help them
    const newcomer = { ...away, member: false, mobile: false }
    expect(decideRemote(opened, newcomer, startsAt)).toEqual({ ok: false, code: 'NOT_MEMBER_THEN' })
  })

  it('is not possible where nobody opened the check-in: who was expected is not known', () => {
    expect(decideRemote(planned, away, startsAt)).toEqual({ ok: false, code: 'CHECKIN_NOT_OPEN' })
    expect(decideRemote(planned, away, endsAt)).toEqual({ ok: false, code: 'CHECKIN_ENDED' })
  })
})

describe('remoteWindow', () => {
  it('begins at the opening, before that at the planned start', () => {
    expect(remoteWindow(opened, away, startsAt)).toEqual({ from: frozenAt, until: endsAt + 48 * HOUR })
    expect(remoteWindow(planned, away, startsAt - DAY)).toEqual({ from: startsAt, until: endsAt + 48 * HOUR })
  })
  it('is none for others, and none when it was never opened', () => {
    expect(remoteWindow(opened, { mobile: false, expected: true }, startsAt)).toBeNull()
    expect(remoteWindow(opened, { mobile: true, expected: false }, startsAt)).toBeNull()
    expect(remoteWindow({ ...opened, remote: false }, away, startsAt)).toBeNull()
    expect(remoteWindow(planned, away, endsAt)).toBeNull()
  })
})

describe('decideProxy', () => {
  it('counts now while it is open, and at the end of the check-in afterwards, for seven days', () => {
    expect(decideProxy(opened, startsAt + HOUR)).toEqual({ ok: true, occurredAt: startsAt + HOUR })
    expect(decideProxy(opened, endsAt + 7 * DAY - 1)).toEqual({ ok: true, occurredAt: endsAt - 1 })
    const closed = { ...opened, status: 'closed' as const, closedAt: startsAt + HOUR }
    expect(decideProxy(closed, endsAt + DAY)).toEqual({ ok: true, occurredAt: startsAt + HOUR - 1 })
    expect(decideProxy(opened, endsAt + 7 * DAY)).toEqual({ ok: false, code: 'PROXY_TOO_LATE' })
  })
  it('needs the roster', () => {
    expect(decideProxy(planned, startsAt)).toEqual({ ok: false, code: 'CHECKIN_NOT_OPEN' })
  })
})

describe('canOpenAfterwards', () => {
  it('is for one that nobody opened, until seven days after its end', () => {
    expect(canOpenAfterwards(planned, endsAt - 1)).toBe(false)
    expect(canOpenAfterwards(planned, endsAt)).toBe(true)
    expect(canOpenAfterwards(planned, endsAt + 7 * DAY)).toBe(false)
    expect(canOpenAfterwards({ ...opened, status: 'closed' }, endsAt)).toBe(false)
  })
})

describe('remoteText', () => {
  it('is written where none is, is there already also as part of what stands, and never takes another’s place', () => {
    expect(remoteText(null, '一点体会。')).toBe('write')
    expect(remoteText({ text: '一点体会。' }, '一点体会。')).toBe('kept')
    expect(remoteText({ text: '先写的。一点体会。' }, '一点体会。')).toBe('kept')
    expect(remoteText({ text: '一点体会' }, '一点体会。')).toBe('other')
    expect(remoteText({ text: '' }, '一点体会。')).toBe('other')
  })
})
