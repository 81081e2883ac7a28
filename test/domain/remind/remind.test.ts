import { describe, expect, it } from 'vitest'
import {
  dayNoticeWords,
  holdingWords,
  isNeeded,
  isQuiet,
  missingWords,
  noticeTime,
  periodWords,
  quizWords,
  registerWords,
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
    expect(registerWords('东村支部', '植树', '2026-10', false)).toBe(
      '台账“植树”2026年10月还没有报。请东村支部核对来源文件后填报。',
    )
    expect(registerWords('东村支部', '植树', 'once', true)).toBe(
      '台账“植树”的数退回了，还没有重报。请东村支部核对来源文件后填报。',
    )
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

describe('a planned theme day that is changed', () => {
  const day = {
    title: '十一月主题党日',
    place: '活动室',
    remote: true,
    startsAt: at('2026-11-25T09:30:00'),
    cancelled: null,
  }
  const since = { startsAt: day.startsAt, place: day.place, remote: true, cancelled: false }

  it('is told as it is now, and only if somebody would arrange themselves otherwise', () => {
    expect(dayNoticeWords(day, since)).toBeNull()
    expect(dayNoticeWords({ ...day, title: '别的标题' }, since)).toBeNull()
    const moved = { ...day, startsAt: at('2026-11-26T15:00:00'), place: '村委会' }
    expect(dayNoticeWords(moved, since)).toBe('“十一月主题党日”有变动：时间改到 11 月 26 日 15:00，地点改到村委会。')
    expect(dayNoticeWords({ ...day, remote: false }, since)).toBe('“十一月主题党日”有变动：这次不能线上参加。')
    const cancelled = { ...moved, cancelled: { reason: '防汛' } }
    expect(dayNoticeWords(cancelled, since)).toBe('“十一月主题党日”取消了，原定 11 月 25 日 09:30。原因：防汛。')
    expect(dayNoticeWords(moved, { ...since, cancelled: true })).toBe(
      '“十一月主题党日”照常开：11 月 26 日 15:00，在村委会。',
    )
    // called off, told, and called off still
    expect(dayNoticeWords(cancelled, { ...since, cancelled: true })).toBeNull()
  })

  it('when it has settled, not at night, but at once if that were too late', () => {
    const start = at('2026-11-25T09:30:00')
    expect(noticeTime(at('2026-11-22T10:00:00'), [start])).toBe(at('2026-11-22T10:10:00'))
    expect(noticeTime(at('2026-11-22T20:55:00'), [start])).toBe(at('2026-11-23T08:00:00'))
    // the evening before: at eight there would be an hour and a half
    expect(noticeTime(at('2026-11-24T22:00:00'), [start])).toBe(at('2026-11-24T22:00:00'))
    // moved from next week to this noon, and from this noon to next week
    for (const both of [
      [start, at('2026-11-22T12:00:00')],
      [at('2026-11-22T12:00:00'), start],
    ]) {
      expect(noticeTime(at('2026-11-22T10:00:00'), both)).toBe(at('2026-11-22T10:00:00'))
      expect(noticeTime(at('2026-11-22T09:30:00'), both)).toBe(at('2026-11-22T09:40:00'))
    }
  })
})

describe('a reminder when it goes out', () => {
  const quiz = {
    personId: 'p',
    cause: 'quiz',
    kind: 'quiz',
    activityId: 'q',
    from: '2026-11-01',
    to: '2026-11-30',
  } as const
  const took = {
    kind: 'quiz',
    activityId: 'q',
    personId: 'p',
    day: '2026-11-05',
    revision: 0,
    withdrawn: false,
  } as const
  const now = at('2026-11-20T08:00:00')

  it('is of use to nobody when what it is about is over', () => {
    expect(isNeeded({ ...quiz, until: now + 1 }, [], now)).toBe(true)
    expect(isNeeded({ ...quiz, until: now }, [], now)).toBe(false)
    expect(isNeeded({ ...quiz, until: null }, [], now)).toBe(true)
    const changed = { ...quiz, cause: 'themeDayChanged', kind: null } as const
    expect([isNeeded({ ...changed, until: now }, [], now), isNeeded({ ...changed, until: now + 1 }, [], now)]).toEqual([
      false,
      true,
    ])
  })

  it('is not needed by who has taken part; by who has not really, it is', () => {
    const wanted = { ...quiz, until: null }
    expect(isNeeded(wanted, [took], now)).toBe(false)
    expect(isNeeded(wanted, [took, { ...took, revision: 1, withdrawn: true }], now)).toBe(true)
    expect(isNeeded({ ...wanted, cause: 'missing', activityId: null }, [took], now)).toBe(false)
  })
})
