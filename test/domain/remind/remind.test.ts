import { describe, expect, it } from 'vitest'
import {
  holdingWords,
  isQuiet,
  missingWords,
  periodWords,
  quizWords,
  sendingTime,
  sweepOf,
  themeDayWords,
  thing,
  timeField,
} from '../../../src/domain/remind'

const at = (text: string) => Date.parse(`${text}+08:00`)
const november = { from: '2026-11-01', to: '2026-11-30' }

describe('the time of rest', () => {
  it('is from 21:00 to 08:00', () => {
    const quiet = ['2026-11-22T00:00:00', '2026-11-22T07:59:59', '2026-11-22T21:00:00', '2026-11-22T23:59:59']
    for (const time of quiet) expect(isQuiet(at(time)), time).toBe(true)
    for (const time of ['2026-11-22T08:00:00', '2026-11-22T20:59:59']) expect(isQuiet(at(time)), time).toBe(false)
  })

  it('what is ordered in it goes out in the morning, and is of that day', () => {
    const now = at('2026-11-22T10:00:00')
    expect(sendingTime(now)).toEqual({ at: now, day: '2026-11-22' })
    expect(sendingTime(at('2026-11-22T06:30:00'))).toEqual({ at: at('2026-11-22T08:00:00'), day: '2026-11-22' })
    expect(sendingTime(at('2026-11-30T22:00:00'))).toEqual({ at: at('2026-12-01T08:00:00'), day: '2026-12-01' })
  })

  it('sweeps are at nine, two and seven', () => {
    expect(sweepOf(at('2026-11-22T08:30:00'))).toBeNull()
    expect(sweepOf(at('2026-11-22T09:00:00'))?.name).toBe('2026-11-22.9')
    expect(sweepOf(at('2026-11-22T18:59:00'))?.name).toBe('2026-11-22.14')
    expect(sweepOf(at('2026-11-22T20:59:00'))?.name).toBe('2026-11-22.19')
    expect(sweepOf(at('2026-11-22T21:00:00'))).toBeNull()
  })
})

describe('the words', () => {
  it('say what there is to do and until when', () => {
    // closes at midnight: its last day is the 30th
    const quiz = { id: 'q', title: '十一月答题', until: at('2026-12-01T00:00:00') }
    expect(missingWords('quiz', november, quiz)).toBe('《十一月答题》11 月 30 日截止，您还没有参加。')
    expect(missingWords('quiz', november, null)).toBe('11 月的知识答题，您还没有参加。打开“学习”就能答。')
    expect(missingWords('lesson', { from: '2026-10-05', to: '2026-11-03' }, null)).toBe(
      '10 月 5 日至 11 月 3 日的微党课，您还没有学。挑一门学完、答对检测题就算参加。',
    )
    expect(missingWords('themeday', november, null)).toContain('来不了可以请假')
    expect(holdingWords('东村支部', november)).toBe(
      '东村支部 11 月还没有主题党日的参加记录。还没开的请安排，开过的请补录。',
    )
    expect(quizWords('甲', at('2026-11-24T18:00:00'))).toBe('《甲》11 月 24 日截止，您还没有参加。')
    expect(themeDayWords('集中学习', at('2026-11-23T09:05:00'), '活动室')).toBe(
      '明天 09:05，集中学习，在活动室。来不了可以先请假。',
    )
    expect(periodWords({ from: '2026-11-03', to: '2026-11-03' })).toBe('11 月 3 日')
    // a month that is not over
    expect(periodWords({ from: '2026-11-01', to: '2026-11-22' })).toBe('11 月')
  })

  it('fit into WeChat’s fields', () => {
    expect(thing('十二个字以内的一句话')).toBe('十二个字以内的一句话')
    expect(thing('一二三四五六七八九十一二三四五六七八九十')).toHaveLength(20)
    expect(thing('一二三四五六七八九十一二三四五六七八九十一')).toBe('一二三四五六七八九十一二三四五六七八九…')
    expect(timeField(at('2026-11-30T09:30:00'))).toBe('2026年11月30日 09:30')
  })
})
