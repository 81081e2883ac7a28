import { describe, expect, it } from 'vitest'
import {
  periodFault,
  periodFromParams,
  periodShort,
  periodText,
  presetOf,
  presetPeriod,
  presets,
} from '@/organiser/components/period/period.shared'

const today = '2026-11-22'

describe('periods to choose from', () => {
  it('are, on a Sunday in November', () => {
    expect(presetPeriod('month', today)).toEqual({ from: '2026-11-01', to: '2026-11-22' })
    expect(presetPeriod('lastMonth', today)).toEqual({ from: '2026-10-01', to: '2026-10-31' })
    expect(presetPeriod('quarter', today)).toEqual({ from: '2026-10-01', to: '2026-11-22' })
    expect(presetPeriod('last12', today)).toEqual({ from: '2025-12-01', to: '2026-11-22' })
    expect(presetPeriod('year', today)).toEqual({ from: '2026-01-01', to: '2026-11-22' })
  })

  it('are, at the turn of a year', () => {
    expect(presetPeriod('lastMonth', '2027-01-01')).toEqual({ from: '2026-12-01', to: '2026-12-31' })
    expect(presetPeriod('quarter', '2027-03-31')).toEqual({ from: '2027-01-01', to: '2027-03-31' })
    expect(presetPeriod('last12', '2027-01-01')).toEqual({ from: '2026-02-01', to: '2027-01-01' })
  })

  it('are recognised again, the shorter one when several are the same days', () => {
    for (const preset of presets) expect(presetOf(presetPeriod(preset, today), today)).toBe(preset)
    expect(presetOf({ from: '2026-11-03', to: '2026-11-20' }, today)).toBeNull()
    expect(presetOf({ from: '2027-01-01', to: '2027-01-09' }, '2027-01-09')).toBe('month')
    expect(presetOf({ from: '2026-01-01', to: '2026-12-31' }, '2026-12-31')).toBe('year')
  })
})

describe('a period of one’s own', () => {
  it('comes from the address of the page, else is the current month', () => {
    const month = { from: '2026-11-01', to: '2026-11-22' }
    expect(periodFromParams({ from: '2026-09-01', to: '2026-09-30' }, today)).toEqual({
      from: '2026-09-01',
      to: '2026-09-30',
    })
    expect(periodFromParams({}, today)).toEqual(month)
    expect(periodFromParams({ from: '2026-02-30', to: '2026-03-01' }, today)).toEqual(month)
    expect(periodFromParams({ from: '2026-09-30', to: '2026-09-01' }, today)).toEqual(month)
    expect(periodFromParams({ from: '<b>', to: '2026-09-01' }, today)).toEqual(month)
  })

  it('is at most two years and not the wrong way round', () => {
    expect(periodFault({ from: '2024-11-22', to: '2026-11-22' })).toBeNull()
    // 732 days: 2024 is a leap year, but its 29 February lies before; 365 + 365 = 730, two more days are too many
    expect(periodFault({ from: '2024-11-20', to: '2026-11-22' })).toMatch('两年')
    expect(periodFault({ from: '2026-11-22', to: '2026-11-21' })).toMatch('之前')
  })
})

describe('periods in words', () => {
  it('name the days, the month once when it is the same, the year when it is another', () => {
    expect(periodText({ from: '2026-11-01', to: '2026-11-22' }, today)).toBe('11 月 1 日 — 22 日')
    expect(periodText({ from: '2026-10-24', to: '2026-11-22' }, today)).toBe('10 月 24 日 — 11 月 22 日')
    expect(periodText({ from: '2025-12-01', to: '2026-01-31' }, today)).toBe('2025 年 12 月 1 日 — 1 月 31 日')
    expect(periodText({ from: today, to: today }, today)).toBe('11 月 22 日')
  })

  it('are short on a button', () => {
    expect(periodShort(presetPeriod('month', today), today)).toBe('11 月')
    expect(periodShort(presetPeriod('lastMonth', today), today)).toBe('10 月')
    expect(periodShort(presetPeriod('last12', today), today)).toBe('近 12 个月')
    expect(periodShort(presetPeriod('year', today), today)).toBe('今年')
    expect(periodShort({ from: '2026-11-03', to: '2026-11-20' }, today)).toBe('11.3—11.20')
  })
})
