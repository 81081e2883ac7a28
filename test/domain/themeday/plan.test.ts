import { describe, expect, it } from 'vitest'
import {
  canReplan,
  canRestore,
  monthlyInYear,
  monthsLater,
  remoteWindow,
  sameWeekdayLater,
  timesProblem,
} from '@/domain/themeday'

const HOUR = 3_600_000
/** An instant by the clock of Asia/Shanghai. */
const at = (day: string, time: string) => Date.parse(`${day}T${time}:00+08:00`)
const NOW = at('2026-11-10', '10:00')

describe('the times of a theme day', () => {
  const problem = (from: number, to: number) => timesProblem({ startsAt: from, endsAt: to }, NOW)
  it('are in order, within sixteen hours, not over, and not years ahead', () => {
    expect(problem(NOW + HOUR, NOW + 3 * HOUR)).toBeNull()
    // one that has begun can still be written down
    expect(problem(NOW - HOUR, NOW + HOUR)).toBeNull()
    expect(problem(NOW + HOUR, NOW + HOUR)).toBe('order')
    expect(problem(NOW + HOUR, NOW + 18 * HOUR)).toBe('tooLong')
    expect(problem(NOW - 3 * HOUR, NOW)).toBe('past')
    expect(problem(NOW + 600 * 24 * HOUR, NOW + 600 * 24 * HOUR + HOUR)).toBe('tooFar')
  })
})

describe('a plan for the year', () => {
  it('keeps the day of the month, or takes the month’s last', () => {
    expect(monthsLater(at('2026-11-15', '15:00'), 1)).toBe(at('2026-12-15', '15:00'))
    expect(monthsLater(at('2026-11-15', '15:00'), 2)).toBe(at('2027-01-15', '15:00'))
    expect(monthsLater(at('2026-12-31', '00:30'), 2)).toBe(at('2027-02-28', '00:30'))
    expect(monthsLater(at('2027-12-31', '19:00'), 2)).toBe(at('2028-02-29', '19:00'))
  })
  it('goes from its month to the end of its year', () => {
    const days = monthlyInYear({ startsAt: at('2026-08-31', '15:00'), endsAt: at('2026-08-31', '17:00') })
    expect(days.map(({ startsAt }) => startsAt)).toEqual([
      at('2026-08-31', '15:00'),
      at('2026-09-30', '15:00'),
      at('2026-10-31', '15:00'),
      at('2026-11-30', '15:00'),
      at('2026-12-31', '15:00'),
    ])
    expect(days.every(({ startsAt, endsAt }) => endsAt - startsAt === 2 * HOUR)).toBe(true)
    expect(monthlyInYear({ startsAt: at('2026-12-05', '15:00'), endsAt: at('2026-12-05', '17:00') })).toHaveLength(1)
  })
  it('keeps the week day where that is wanted', () => {
    // Friday, 13 November 2026 is the second Friday; 11 December too
    expect(sameWeekdayLater(at('2026-11-13', '15:00'), 1)).toBe(at('2026-12-11', '15:00'))
    // Friday, 30 October is the fifth; November has four
    expect(sameWeekdayLater(at('2026-10-30', '15:00'), 1)).toBe(at('2026-11-27', '15:00'))
  })
})

describe('what can be done with one that is planned', () => {
  const day = { status: 'planned' as const, startsAt: NOW - HOUR, endsAt: NOW + HOUR, roster: null, cancelled: null }
  it('it can be changed and called off until it was opened or is over', () => {
    expect(canReplan(day, NOW)).toBe(true)
    expect(canReplan(day, NOW + HOUR)).toBe(false)
    expect(canReplan({ ...day, status: 'open', roster: {} }, NOW)).toBe(false)
    expect(canReplan({ ...day, status: 'closed', cancelled: {} }, NOW)).toBe(false)
  })
  it('calling off can be undone as long as it could be held', () => {
    const off = { ...day, cancelled: {} }
    expect([canRestore(off, NOW), canRestore(off, NOW + HOUR), canRestore(day, NOW)]).toEqual([true, false, false])
  })
  it('nobody takes part from afar in one that is called off', () => {
    const member = { mobile: true, expected: true }
    expect(remoteWindow({ ...day, remote: true }, member, NOW)).not.toBeNull()
    expect(remoteWindow({ ...day, status: 'closed', cancelled: {}, remote: true }, member, NOW)).toBeNull()
  })
})
