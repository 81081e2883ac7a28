import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, beforeWords, daysBetween, periodBefore } from '../../../src/domain/time'

const of = (from: string, to: string) => {
  const period = { from, to }
  const before = periodBefore(period)
  return `${before.from} ${before.to} ${beforeWords(period)}`
}

describe('the period before', () => {
  it('of a calendar month, quarter or year is the one before, however long', () => {
    expect(of('2026-11-01', '2026-11-30')).toBe('2026-10-01 2026-10-31 上月')
    expect(of('2026-03-01', '2026-03-31')).toBe('2026-02-01 2026-02-28 上月')
    expect(of('2028-03-01', '2028-03-31')).toBe('2028-02-01 2028-02-29 上月')
    expect(of('2026-01-01', '2026-01-31')).toBe('2025-12-01 2025-12-31 上月')
    expect(of('2026-10-01', '2026-12-31')).toBe('2026-07-01 2026-09-30 上季度')
    expect(of('2026-01-01', '2026-12-31')).toBe('2025-01-01 2025-12-31 上年')
  })

  it('of as much of one as is over has the same days of the one before', () => {
    expect(of('2026-11-01', '2026-11-22')).toBe('2026-10-01 2026-10-22 上月同期')
    // October has a 31st, September has not
    expect(of('2026-10-01', '2026-10-30')).toBe('2026-09-01 2026-09-30 上月同期')
    expect(of('2026-03-01', '2026-03-30')).toBe('2026-02-01 2026-02-28 上月同期')
    expect(of('2026-10-01', '2026-11-22')).toBe('2026-07-01 2026-08-22 上季度同期')
    // from the first of a year on it is the year's
    expect(of('2026-01-01', '2026-11-22')).toBe('2025-01-01 2025-11-22 上年同期')
    expect(of('2026-01-01', '2026-06-30')).toBe('2025-01-01 2025-06-30 上年同期')
  })

  it('of other whole months is as many months, of anything else as many days', () => {
    expect(of('2025-12-01', '2026-11-30')).toBe('2024-12-01 2025-11-30 此前 12 个月')
    expect(of('2025-12-01', '2026-11-22')).toBe('2024-12-01 2025-11-22 上年同期')
    expect(of('2026-08-01', '2026-10-31')).toBe('2026-05-01 2026-07-31 此前 3 个月')
    expect(of('2026-11-16', '2026-11-22')).toBe('2026-11-09 2026-11-15 此前 7 天')
    expect(of('2026-11-22', '2026-11-22')).toBe('2026-11-21 2026-11-21 前一天')
    expect(of('2026-01-15', '2026-02-14')).toBe('2025-12-15 2026-01-14 此前 31 天')
  })

  it('ends before the period begins, is never longer than a few days more, and is a period', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 731 }), (start, days) => {
        const from = addDays('2020-01-01', start)
        const period = { from, to: addDays(from, days) }
        const before = periodBefore(period)
        expect(before.from <= before.to).toBe(true)
        expect(before.to < period.from).toBe(true)
        // months and quarters differ by up to three days
        expect(Math.abs(daysBetween(before.from, before.to) - days)).toBeLessThanOrEqual(3)
      }),
    )
  })
})
