import { describe, expect, it } from 'vitest'
import { asOfText, clockText, whenText } from '@/organiser/when.shared'

// 2026-11-22 09:30 in Shanghai is 01:30 UTC
const now = Date.UTC(2026, 10, 22, 1, 30)
const hour = 3_600_000

describe('instants in words', () => {
  it('are told by the clock of Shanghai, whatever the zone of the phone', () => {
    expect(clockText(now)).toBe('09:30')
    expect(clockText(Date.UTC(2026, 10, 22, 16, 0))).toBe('00:00')
    expect(clockText(Date.UTC(2026, 10, 22, 15, 59, 59))).toBe('23:59')
  })

  it('say today, tomorrow and yesterday', () => {
    expect(whenText(now + 5.5 * hour, now)).toBe('今天 15:00')
    expect(whenText(now + 24 * hour, now)).toBe('明天 09:30')
    expect(whenText(now - 24 * hour, now)).toBe('昨天 09:30')
    expect(whenText(now - 48 * hour, now)).toBe('11 月 20 日 09:30')
    expect(whenText(Date.UTC(2025, 10, 22, 1, 30), now)).toBe('2025 年 11 月 22 日 09:30')
  })

  it('say up to when the figures are complete', () => {
    expect(asOfText(now)).toBe('数据截至 11 月 22 日 09:30')
  })
})
