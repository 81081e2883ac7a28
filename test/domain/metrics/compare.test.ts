import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Figure } from '../../../src/contracts/stats'
import { changeOf, changeWords, gapOf, headlinesOf, pointsBetween } from '../../../src/domain/metrics'

const rate = (code: string, numerator: number, denominator: number, organisations?: number): Figure => ({
  code,
  value: denominator === 0 ? null : numerator / denominator,
  state: denominator === 0 ? 'notDue' : 'ok',
  numerator,
  denominator,
  ...(organisations === undefined ? {} : { organisations }),
})
const count = (code: string, value: number): Figure => ({ code, value, state: 'ok' })

describe('a figure against the period before', () => {
  it('differs by points as the rates are shown, and by numbers', () => {
    // 79.1 % and 75.9 %
    const change = changeOf(rate('quiz.rate', 2847, 3600), rate('quiz.rate', 2732, 3600), 'ratio')
    expect(change).toEqual({ way: 'up', by: 3.2, points: true })
    expect(change && changeWords(change, '上月')).toBe('比上月高 3.2 个百分点')
    const fewer = changeOf(count('quiz.people', 1500), count('quiz.people', 2847), 'distinct')
    expect(fewer).toEqual({ way: 'down', by: 1347, points: false })
    expect(fewer && changeWords(fewer, '上月同期')).toBe('比上月同期少 1,347')
    const same = changeOf(rate('quiz.rate', 1, 3), rate('quiz.rate', 3333, 10_000), 'ratio')
    expect(same && changeWords(same, '上月')).toBe('与上月持平')
  })

  it('is not compared with what has no value', () => {
    expect(changeOf(rate('quiz.rate', 1, 2), rate('quiz.rate', 0, 0), 'ratio')).toBeNull()
    expect(changeOf(rate('quiz.rate', 1, 2), undefined, 'ratio')).toBeNull()
    // zero is a value
    expect(changeOf(count('quiz.people', 3), count('quiz.people', 0), 'distinct')?.by).toBe(3)
  })

  it('is what a reader gets who subtracts what is shown, both ways', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 }), (a, b) => {
        expect(pointsBetween(a / 1000, b / 1000)).toBeCloseTo((a - b) / 10, 10)
        expect(pointsBetween(a / 1000, b / 1000)).toBe(-pointsBetween(b / 1000, a / 1000) + 0)
      }),
    )
  })
})

describe('the strongest and the weakest', () => {
  const row = (name: string, numerator: number, denominator: number) => ({
    name,
    figure: rate('quiz.rate', numerator, denominator),
  })

  it('are told only of those with enough people', () => {
    // the branch of three, all of whom took part, is no example, and the one of nine no warning
    const rows = [row('three', 3, 3), row('good', 90, 100), row('fair', 60, 100), row('nine', 0, 9)]
    expect(gapOf(rows)).toMatchObject({ highest: { name: 'good' }, lowest: { name: 'fair' }, points: 30 })
    expect(gapOf(rows.slice(0, 2))).toBeNull()
  })

  it('are none when all are alike, or nobody has a rate', () => {
    expect(gapOf([row('a', 5, 10), row('b', 10, 20)])).toBeNull()
    expect(gapOf([row('a', 0, 0), row('b', 0, 0)])).toBeNull()
    expect(gapOf([])).toBeNull()
  })
})

describe('what changed', () => {
  it('is said in words, the largest change first', () => {
    const now = [
      rate('quiz.rate', 2847, 3600),
      rate('themeday.attendance', 1200, 2000),
      count('themeday.sessions', 171),
    ]
    const past = [
      rate('quiz.rate', 2732, 3600),
      rate('themeday.attendance', 1500, 2000),
      count('themeday.sessions', 120),
    ]
    expect(headlinesOf(now, past, '上月')).toEqual([
      { code: 'themeday.attendance', way: 'down', text: '主题党日到会率 60%，比上月低 15 个百分点' },
      // 51 of 120: 42 %
      { code: 'themeday.sessions', way: 'up', text: '主题党日活动场次 171 场，比上月多 51 场' },
      { code: 'quiz.rate', way: 'up', text: '知识答题参学率 79.1%，比上月高 3.2 个百分点' },
    ])
  })

  it('leaves out what is small', () => {
    const quiet = (now: Figure[], past: Figure[]) => expect(headlinesOf(now, past, '上月')).toEqual([])
    // a branch of 25: one member is four points
    quiet([rate('quiz.rate', 20, 25)], [rate('quiz.rate', 5, 25)])
    // 1.9 points
    quiet([rate('quiz.rate', 519, 1000)], [rate('quiz.rate', 500, 1000)])
    // 3 points of 100 are three people
    quiet([rate('quiz.rate', 53, 100)], [rate('quiz.rate', 50, 100)])
    quiet([count('themeday.sessions', 9)], [count('themeday.sessions', 1)])
    quiet([count('themeday.sessions', 110)], [count('themeday.sessions', 100)])
    quiet([rate('quiz.rate', 900, 1000)], [])
    quiet([], [])
  })

  it('says how far the categories are apart when that changed', () => {
    const categories = (village: number, office: number) => [
      rate('imbalance.quiz.village', village, 1000, 63),
      rate('imbalance.quiz.cityOffice', office, 1000, 38),
    ]
    expect(headlinesOf(categories(530, 940), categories(500, 940), '上月同期')).toEqual([
      {
        code: 'imbalance.quiz.village',
        way: 'down',
        text: '知识答题：市直机关与农村相差 41 个百分点，比上月同期缩小 3 个',
      },
    ])
    expect(headlinesOf(categories(530, 940), categories(510, 940), '上月同期')).toEqual([])
  })

  it('is at most three', () => {
    const all = (n: number) => [
      ...['quiz.rate', 'lesson.rate', 'themeday.attendance', 'themeday.coverage'].map((code) => rate(code, n, 1000)),
      count('themeday.sessions', n),
    ]
    expect(headlinesOf(all(900), all(300), '上月')).toHaveLength(3)
  })
})
