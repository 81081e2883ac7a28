import { describe, expect, it } from 'vitest'
import { addMonths, recordByMonth, recordMonths } from '@/domain/participation/own-record'

describe('months', () => {
  it('go over the turn of the year', () => {
    expect(addMonths('2026-01', -1)).toBe('2025-12')
    expect(addMonths('2025-12', 1)).toBe('2026-01')
    expect(addMonths('2026-11', -23)).toBe('2024-12')
  })

  it('of a page are six, latest first, and not before the first participation', () => {
    expect(recordMonths('2026-11', '2025-03')).toEqual({
      months: ['2026-11', '2026-10', '2026-09', '2026-08', '2026-07', '2026-06'],
      next: '2026-06',
    })
    expect(recordMonths('2026-11', '2026-06').next).toBeNull()
    expect(recordMonths('2026-11', '2026-10')).toEqual({ months: ['2026-11', '2026-10'], next: null })
    expect(recordMonths('2026-11', null)).toEqual({ months: ['2026-11'], next: null })
  })

  it('lead on without a gap and without a month twice', () => {
    const first = recordMonths('2026-11', '2024-01')
    const second = recordMonths(addMonths(first.next ?? '', -1), '2024-01')
    expect(second.months[0]).toBe('2026-05')
    expect(first.months).not.toContain(second.months[0])
  })
})

describe('a record by month', () => {
  const item = (kind: 'quiz' | 'lesson' | 'themeday', day: string, withdrawn = false) => ({
    kind,
    day,
    occurredAt: Date.parse(`${day}T10:00:00+08:00`),
    withdrawn,
  })

  it('counts what stands, and shows what was taken back', () => {
    const months = recordByMonth(
      [item('quiz', '2026-11-02'), item('quiz', '2026-11-09', true), item('themeday', '2026-10-31')],
      ['2026-11', '2026-10', '2026-09'],
    )
    expect(months.map(({ month, quizzes, lessons, themeDays }) => [month, quizzes, lessons, themeDays])).toEqual([
      ['2026-11', 1, 0, 0],
      ['2026-10', 0, 0, 1],
      ['2026-09', 0, 0, 0],
    ])
    expect(months[0]?.entries.map(({ day }) => day)).toEqual(['2026-11-09', '2026-11-02'])
  })
})
