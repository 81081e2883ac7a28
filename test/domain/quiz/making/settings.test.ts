import { describe, expect, it } from 'vitest'
import { type OwnQuestion, pointsOf, problemOf, quizNumbers, seriesDays, settingsProblem } from '@/domain/quiz/making'

const HOUR = 3_600_000
/** 2026-11-10 10:00 in Asia/Shanghai. */
const NOW = Date.UTC(2026, 10, 10, 2)
const settings = {
  title: '十一月答题',
  mode: 'exam' as const,
  opensAt: NOW + HOUR,
  closesAt: NOW + 25 * HOUR,
  minutes: 20,
  attempts: 2,
  partial: 'half' as const,
  release: 'atOnce' as const,
  graceHours: 24,
  deal: null,
  passPercent: 60,
}

describe('the numbers of a quiz', () => {
  it('makes whole points that stay within 100', () => {
    expect([1, 3, 20, 30, 100, 150].map(pointsOf)).toEqual([100, 33, 5, 3, 1, 1])
  })

  it('deals all questions or some, and passes at a share of the points, rounded up', () => {
    expect(quizNumbers(settings, 20)).toEqual({
      deal: 20,
      pointsEach: 5,
      passMark: 60,
      attemptsAllowed: 2,
      minutes: 20,
    })
    // 15 of 40 questions, 6 points each, 90 in all: 60 % are 54
    expect(quizNumbers({ ...settings, deal: 15 }, 40)).toMatchObject({ deal: 15, pointsEach: 6, passMark: 54 })
    // 7 × 14 = 98, 60 % are 58.8
    expect(quizNumbers({ ...settings, deal: 7 }, 40)).toMatchObject({ pointsEach: 14, passMark: 59 })
  })

  it('a series has a paper on each of its days, and no time limit; a practice as many papers as there can be', () => {
    expect(quizNumbers({ ...settings, mode: 'practice' }, 20)).toMatchObject({ attemptsAllowed: 99, minutes: 0 })
    expect(quizNumbers({ ...settings, mode: 'daily' }, 20)).toMatchObject({ attemptsAllowed: 2, minutes: 0 })
    // from the 10th, 11:00, to the 12th, 24:00: three days
    expect(seriesDays(NOW + HOUR, Date.UTC(2026, 10, 12, 16))).toBe(3)
  })
})

describe('when a quiz can be published', () => {
  const problem = (change: Partial<typeof settings>) => settingsProblem({ ...settings, ...change }, 20, NOW)
  it('as it stands', () => expect(problem({})).toBeNull())
  it('not without a title', () => expect(problem({ title: ' 甲 ' })).toBe('title'))
  it('not when it closes before it opens', () => expect(problem({ closesAt: NOW + HOUR })).toBe('order'))
  it('also when it is to be open at once, not when it is over', () => {
    expect(problem({ opensAt: NOW - HOUR })).toBeNull()
    expect(problem({ opensAt: NOW - 3 * HOUR, closesAt: NOW + 60_000 })).toBe('past')
  })
  it('not for more than a year', () => expect(problem({ closesAt: NOW + 400 * 24 * HOUR })).toBe('tooLong'))
  it('a series for 99 days at most', () => {
    const from = Date.UTC(2026, 10, 10, 16)
    const days = (count: number) => ({
      ...settings,
      mode: 'daily' as const,
      opensAt: from,
      closesAt: from + count * 24 * HOUR,
    })
    expect(settingsProblem(days(99), 20, NOW)).toBeNull()
    expect(settingsProblem(days(100), 20, NOW)).toBe('seriesTooLong')
  })
  it('not with more minutes than it is open', () => {
    expect(settingsProblem({ ...settings, closesAt: NOW + HOUR + 15 * 60_000 }, 20, NOW)).toBe('tooFewMinutes')
  })
  it('not with more questions for each than there are', () => {
    expect(settingsProblem({ ...settings, deal: 21 }, 20, NOW)).toBe('deal')
    expect(settingsProblem({ ...settings, deal: 20 }, 20, NOW)).toBeNull()
  })
})

const own: OwnQuestion = {
  id: 'own-1',
  kind: 'single',
  stem: '示例村的党员活动日在每月几号？',
  options: ['5 号', '15 号'],
  key: [1],
  accepted: [],
  explanation: '示例村支部定在每月 15 号。',
  source: { document: '示例村支部年度计划', article: '第二条' },
  difficulty: 1,
}

describe('a question that the maker writes', () => {
  const problem = (change: Partial<OwnQuestion>) => problemOf({ ...own, ...change })
  it('is whole', () => expect(problem({})).toBeNull())
  it('needs a stem, options that differ, a key, an explanation and a source', () => {
    expect(problem({ stem: '  ' })).toBe('stem')
    expect(problem({ options: ['5 号'] })).toBe('options')
    expect(problem({ options: ['5 号', ' '] })).toBe('options')
    expect(problem({ options: ['5 号', '5 号 '] })).toBe('sameOptions')
    expect(problem({ key: [] })).toBe('key')
    expect(problem({ key: [2] })).toBe('key')
    expect(problem({ key: [0, 1] })).toBe('key')
    expect(problem({ explanation: '' })).toBe('explanation')
    expect(problem({ source: { document: '示例村支部年度计划', article: ' ' } })).toBe('source')
  })
  it('of 多选 needs two keys, of 判断 its two options, of 填空 one gap and what fills it', () => {
    expect(problem({ kind: 'multiple' })).toBe('key')
    expect(problem({ kind: 'multiple', key: [0, 1] })).toBeNull()
    expect(problem({ kind: 'judge' })).toBe('options')
    expect(problem({ kind: 'judge', options: ['正确', '错误'], key: [0] })).toBeNull()
    const fill = { kind: 'fill' as const, options: [], key: [], accepted: ['15'], stem: '每月____号是活动日。' }
    expect(problem(fill)).toBeNull()
    expect(problem({ ...fill, stem: '每月几号是活动日？' })).toBe('gap')
    expect(problem({ ...fill, accepted: [' '] })).toBe('accepted')
  })
})
