import { describe, expect, it } from 'vitest'
import type { Figure } from '../../../src/contracts/stats'
import { liveCodes, metric, metrics } from '../../../src/domain/metrics'
import { foldWords, formulaText, openedSlice, openingOf, ratioParts } from '../../../src/domain/metrics/opening'

const ok = (code: string, value: number): Figure => ({ code, value, state: 'ok' })
const ratio = (code: string, numerator: number, denominator: number): Figure =>
  denominator === 0
    ? { code, value: null, state: 'notDue', numerator, denominator }
    : { code, value: numerator / denominator, state: 'ok', numerator, denominator }

describe('where the records of a figure are', () => {
  it('by its code', () => {
    expect(openingOf('quiz.people')).toEqual({ kind: 'quiz', measure: 'people' })
    expect(openingOf('quiz.mobile.times')).toEqual({ kind: 'quiz', measure: 'times', mobile: true })
    expect(openingOf('lesson.count')).toEqual({ kind: 'lesson', measure: 'sessions' })
    expect(openingOf('themeday.attendance')).toEqual({ kind: 'themeday', measure: 'attendance' })
    expect(openingOf('imbalance.coverage.village')).toEqual({
      kind: 'themeday',
      measure: 'coverage',
      category: 'village',
    })
    expect(openingOf('group-study')).toEqual({ kind: 'themeday', measure: 'sessions', form: 'groupStudy' })
    expect(openingOf('poverty.villages')).toBeNull()
    expect(openingOf('constructor')).toBeNull()
  })

  it('for every figure that is computed from participations; a ratio says what is divided', () => {
    for (const code of liveCodes.filter((one) => ['facts', 'themeDays'].includes(`${metric(one).source}`))) {
      expect(openingOf(code), code).not.toBeNull()
      expect(ratioParts(code) !== null, code).toBe(metric(code).kind === 'ratio')
    }
    for (const { code, kind } of metrics) if (kind !== 'ratio') expect(ratioParts(code), code).toBeNull()
  })

  it('in a slice both restrict', () => {
    const opening = { kind: 'quiz', measure: 'people', mobile: true } as const
    expect(openedSlice({ age: 'from61' }, opening)).toEqual({ age: 'from61', mobile: true })
    expect(openedSlice({}, { kind: 'quiz', measure: 'people' })).toEqual({})
  })
})

describe('in words with the very numbers', () => {
  it('a formula', () => {
    expect(formulaText(ratio('quiz.rate', 2847, 3600), metric('quiz.rate'))).toBe('2,847 ÷ 3,600 = 79.1%')
    expect(formulaText(ratio('quiz.rate', 0, 0), metric('quiz.rate'))).toBe('0 ÷ 0')
    expect(formulaText(ok('quiz.people', 3), metric('quiz.people'))).toBeNull()
  })

  it('how the parts make the whole', () => {
    const times = metric('quiz.times')
    expect(foldWords(ok('quiz.times', 5), [ok('quiz.times', 2), ok('quiz.times', 3)], times)).toBe(
      '下面各组织相加，正好是 5 人次。',
    )
    const people = metric('quiz.people')
    expect(foldWords(ok('quiz.people', 4), [ok('quiz.people', 2), ok('quiz.people', 3)], people)).toBe(
      '下面各组织相加是 5 名，比这里多 1：有人先后在几个下级组织参加过，比如转接了组织关系；在这里每人只算一次。',
    )
    const rate = metric('quiz.rate')
    expect(foldWords(ratio('quiz.rate', 3, 8), [ratio('quiz.rate', 1, 4), ratio('quiz.rate', 2, 4)], rate)).toBe(
      '比率不能相加。先把分子、分母分别相加，得 3 和 8，再相除。',
    )
    expect(foldWords(ok('quiz.people', 4), [], people)).toBeNull()
  })
})
