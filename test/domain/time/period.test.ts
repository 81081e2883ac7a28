import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, monthOf, monthsOf, periodOfMonth, weeksOf } from '../../../src/domain/time'

describe('months', () => {
  it('know their last day', () => {
    expect(periodOfMonth('2026-02')).toEqual({ from: '2026-02-01', to: '2026-02-28' })
    expect(periodOfMonth('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
    expect(periodOfMonth('2026-11')).toEqual({ from: '2026-11-01', to: '2026-11-30' })
    expect(periodOfMonth('2026-12')).toEqual({ from: '2026-12-01', to: '2026-12-31' })
    expect(() => periodOfMonth('2026-13')).toThrow(RangeError)
  })

  it('are those that a period touches', () => {
    expect(monthsOf('2026-10-31', '2027-01-01')).toEqual(['2026-10', '2026-11', '2026-12', '2027-01'])
    expect(monthsOf('2026-11-05', '2026-11-05')).toEqual(['2026-11'])
    expect(monthsOf('2026-11-06', '2026-11-05')).toEqual([])
  })
})

describe('weeks', () => {
  it('run from Monday to Sunday, clipped to the period', () => {
    // 2026-11-22 is a Sunday, 2026-11-18 a Wednesday
    expect(weeksOf('2026-11-18', '2026-12-01')).toEqual([
      { from: '2026-11-18', to: '2026-11-22' },
      { from: '2026-11-23', to: '2026-11-29' },
      { from: '2026-11-30', to: '2026-12-01' },
    ])
    expect(weeksOf('2026-11-22', '2026-11-22')).toEqual([{ from: '2026-11-22', to: '2026-11-22' }])
    expect(weeksOf('2026-11-23', '2026-11-22')).toEqual([])
  })

  it('cover every day of the period once, and so do months', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 800 }), (start, length) => {
        const from = addDays('2000-01-01', start)
        const to = addDays(from, length)
        const weeks = weeksOf(from, to)
        expect(weeks[0]?.from).toBe(from)
        expect(weeks[weeks.length - 1]?.to).toBe(to)
        weeks.forEach((week, i) => {
          expect(daysBetween(week.from, week.to)).toBeLessThanOrEqual(6)
          if (i > 0) {
            expect(addDays(weeks[i - 1]?.to ?? '', 1)).toBe(week.from)
            expect(new Date(`${week.from}T00:00:00Z`).getUTCDay()).toBe(1)
          }
        })
        const days = Array.from({ length: length + 1 }, (_, i) => addDays(from, i))
        expect(monthsOf(from, to)).toEqual([...new Set(days.map(monthOf))])
      }),
    )
  })
})
