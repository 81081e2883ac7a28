import { describe, expect, it } from 'vitest'
import { opensFrom, reopenUntil } from '@/domain/themeday'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

describe('opensFrom', () => {
  it('is the beginning of the day in Asia/Shanghai on which it starts', () => {
    expect(opensFrom({ startsAt: Date.parse('2026-11-10T15:00:00+08:00') })).toBe(
      Date.parse('2026-11-10T00:00:00+08:00'),
    )
    expect(opensFrom({ startsAt: Date.parse('2026-11-10T02:00:00+08:00') })).toBe(
      Date.parse('2026-11-10T00:00:00+08:00'),
    )
  })

  it('is two hours before one that starts soon after midnight', () => {
    expect(opensFrom({ startsAt: Date.parse('2026-11-10T00:30:00+08:00') })).toBe(
      Date.parse('2026-11-09T22:30:00+08:00'),
    )
  })
})

describe('reopenUntil', () => {
  const endsAt = Date.parse('2026-11-10T17:00:00+08:00')
  const closedAt = endsAt - HOUR
  const closed = { status: 'closed' as const, endsAt, closedAt }

  it('is ten minutes after it was closed by hand', () => {
    expect(reopenUntil(closed, closedAt)).toBe(closedAt + 10 * MINUTE)
    expect(reopenUntil(closed, closedAt + 10 * MINUTE - 1)).toBe(closedAt + 10 * MINUTE)
    expect(reopenUntil(closed, closedAt + 10 * MINUTE)).toBeNull()
  })

  it('is never after the end, where it would be over at once', () => {
    const late = { ...closed, closedAt: endsAt - 4 * MINUTE }
    expect(reopenUntil(late, endsAt - MINUTE)).toBe(endsAt)
    expect(reopenUntil(late, endsAt)).toBeNull()
  })

  it('is none where nothing was closed by hand', () => {
    expect(reopenUntil({ status: 'open', endsAt, closedAt: null }, closedAt)).toBeNull()
    expect(reopenUntil({ status: 'planned', endsAt, closedAt: null }, closedAt)).toBeNull()
    // opened afterwards, for its record only
    expect(reopenUntil({ ...closed, closedAt: endsAt }, endsAt + MINUTE)).toBeNull()
  })
})
