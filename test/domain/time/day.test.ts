import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  dayFromNumber,
  dayNumber,
  dayOf,
  daysBetween,
  endOfDay,
  monthOf,
  startOfDay,
} from '../../../src/domain/time'

const instant = fc.integer({ min: Date.UTC(1995, 0, 1), max: Date.UTC(2099, 11, 31) })

describe('days of Asia/Shanghai', () => {
  it('begin at 16:00 UTC of the day before', () => {
    expect(dayOf(Date.UTC(2026, 10, 21, 15, 59, 59, 999))).toBe('2026-11-21')
    expect(dayOf(Date.UTC(2026, 10, 21, 16, 0, 0, 0))).toBe('2026-11-22')
    expect(startOfDay('2026-11-22')).toBe(Date.UTC(2026, 10, 21, 16))
    expect(endOfDay('2026-11-22')).toBe(startOfDay('2026-11-23'))
  })

  it('cross months, years and leap days', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
    // 2000 was a leap year, 2100 will be none
    expect(addDays('2000-02-28', 1)).toBe('2000-02-29')
    expect(addDays('2100-02-28', 1)).toBe('2100-03-01')
    expect(daysBetween('2026-01-01', '2027-01-01')).toBe(365)
    expect(daysBetween('2028-03-01', '2028-01-01')).toBe(-60)
    expect(monthOf('2026-11-22')).toBe('2026-11')
  })

  it('are numbered from 1970-01-01', () => {
    expect(dayNumber('1970-01-01')).toBe(0)
    expect(dayNumber('1969-12-31')).toBe(-1)
    // 56 years of 365 days, 14 leap days, and 325 days into 2026
    expect(dayNumber('2026-11-22')).toBe(56 * 365 + 14 + 325)
  })

  it('refuse what is no day', () => {
    for (const text of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '2026-11-31', '', '2026-11-22T00:00']) {
      expect(() => dayNumber(text), text).toThrow(RangeError)
    }
  })

  it('agree with the platform calendar', () => {
    fc.assert(
      fc.property(instant, (at) => {
        expect(dayOf(at)).toBe(new Date(at + 8 * 3_600_000).toISOString().slice(0, 10))
        expect(startOfDay(dayOf(at))).toBeLessThanOrEqual(at)
        expect(endOfDay(dayOf(at))).toBeGreaterThan(at)
      }),
    )
  })

  it('come back from their numbers', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000, max: 60_000 }), (number) => {
        expect(dayNumber(dayFromNumber(number))).toBe(number)
      }),
    )
  })
})
