import { describe, expect, it } from 'vitest'
import { chineseNumeral, printedDay, printedInstant } from '@/domain/report/words'

describe('numerals of headings', () => {
  it.each([
    [1, '一'],
    [3, '三'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [21, '二十一'],
    [99, '九十九'],
  ])('%i is %s', (n, numeral) => {
    expect(chineseNumeral(n)).toBe(numeral)
  })

  it.each([0, 100, 1.5])('refuses %s', (n) => {
    expect(() => chineseNumeral(n)).toThrow(RangeError)
  })
})

describe('days and instants', () => {
  it('prints a day in Arabic numerals without leading zeros', () => {
    expect(printedDay('2026-11-22')).toBe('2026年11月22日')
    expect(printedDay('2027-01-02')).toBe('2027年1月2日')
  })

  it('prints an instant on the clock of Asia/Shanghai', () => {
    expect(printedInstant(Date.UTC(2026, 10, 22, 1, 5))).toBe('2026年11月22日9时05分')
    // 16:00 UTC is midnight of the next day
    expect(printedInstant(Date.UTC(2026, 11, 31, 16, 0))).toBe('2027年1月1日0时00分')
    expect(printedInstant(Date.UTC(2026, 11, 31, 15, 59, 59))).toBe('2026年12月31日23时59分')
  })
})
