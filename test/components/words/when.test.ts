import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  clockWords,
  dayWords,
  greetingWords,
  remainingWords,
  untilWords,
  whenWords,
} from '@/components/words/when.shared'

/** An instant by the clock on a wall in Shanghai. */
const at = (text: string) => Date.parse(`${text}:00+08:00`)
const now = at('2026-11-22T09:30')

describe('when something is', () => {
  it('is said as people say it, by the days of Shanghai', () => {
    expect(whenWords(at('2026-11-22T15:00'), now)).toBe('今天 15:00')
    expect(whenWords(at('2026-11-23T00:05'), now)).toBe('明天 00:05')
    expect(whenWords(at('2026-11-24T15:00'), now)).toBe('后天 15:00')
    expect(whenWords(at('2026-11-21T23:59'), now)).toBe('昨天 23:59')
    expect(whenWords(at('2026-11-30T15:00'), now)).toBe('11 月 30 日 15:00')
    expect(whenWords(at('2027-01-01T08:00'), now)).toBe('2027 年 1 月 1 日 08:00')
  })

  it('knows that 23:30 UTC is tomorrow morning there', () => {
    expect(clockWords(Date.parse('2026-11-22T23:30:00Z'))).toBe('07:30')
  })

  it('names the year only when it is another', () => {
    expect(dayWords('2026-02-03', '2026-11-22')).toBe('2 月 3 日')
    expect(dayWords('2025-12-31', '2026-11-22')).toBe('2025 年 12 月 31 日')
  })
})

describe('until when', () => {
  it('calls midnight 24:00 of the day that ends', () => {
    expect(untilWords(at('2026-12-01T00:00'), now)).toBe('11 月 30 日 24:00')
    expect(untilWords(at('2026-11-23T00:00'), now)).toBe('今天 24:00')
  })

  it('says any other time as it is', () => {
    expect(untilWords(at('2026-11-22T18:00'), now)).toBe('今天 18:00')
  })
})

describe('the time left', () => {
  it('counts a begun second, so that nothing is left only when it is over', () => {
    expect(remainingWords(1_122_000)).toBe('18:42')
    expect(remainingWords(1)).toBe('00:01')
    expect(remainingWords(0)).toBe('00:00')
    expect(remainingWords(-5_000)).toBe('00:00')
    expect(remainingWords(3_723_000)).toBe('1:02:03')
  })

  it('law: grows with the time', () => {
    const seconds = (words: string) => words.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
    fc.assert(
      fc.property(fc.nat(10_000_000), (ms) => {
        expect(seconds(remainingWords(ms))).toBe(Math.ceil(ms / 1000))
      }),
    )
  })
})

describe('a greeting', () => {
  it('goes by the hour', () => {
    expect(greetingWords(at('2026-11-22T04:59'))).toBe('夜深了')
    expect(greetingWords(at('2026-11-22T05:00'))).toBe('早上好')
    expect(greetingWords(at('2026-11-22T12:00'))).toBe('下午好')
    expect(greetingWords(at('2026-11-22T18:00'))).toBe('晚上好')
  })
})
