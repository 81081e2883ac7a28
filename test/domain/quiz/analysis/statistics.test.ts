import { describe, expect, test } from 'vitest'
import {
  effectiveWeights,
  guessScore,
  itemStatistics,
  spreadOf,
  testStatistics,
} from '../../../../src/domain/quiz/analysis'
import { type Marks, questionOf, tallyOf } from './support'

/**
 * Four papers of three questions of 10 points, worked out by hand:
 *
 *        q1  q2  q3   points
 *   A    10  10  10   30
 *   B    10  10   0   20
 *   C    10   0   0   10
 *   D     0   5   0    5
 */
const papers: Marks[] = [
  { q1: 10, q2: 10, q3: 10 },
  { q1: 10, q2: 10, q3: 0 },
  { q1: 10, q2: 0, q3: 0 },
  { q1: 0, q2: 5, q3: 0 },
]
const tally = tallyOf(papers)
const item = (id: string) => itemStatistics(questionOf(tally, id), 10)

describe('a question', () => {
  test('facility index is the mean mark: 30 ÷ 40, 25 ÷ 40, 10 ÷ 40', () => {
    expect(['q1', 'q2', 'q3'].map((id) => item(id).facility)).toEqual([0.75, 0.625, 0.25])
  })

  test('standard deviation with n − 1', () => {
    // q1: deviations 2.5 three times and −7.5: Σ² = 75, ÷ 3 = 25, √ = 5 points
    expect(item('q1').standardDeviation).toBeCloseTo(0.5, 12)
    // q2: 3.75, 3.75, −6.25, −1.25: Σ² = 68.75, ÷ 3 = 22.9167
    expect(item('q2').standardDeviation).toBeCloseTo(Math.sqrt(68.75 / 3) / 10, 12)
  })

  test('discrimination index: correlation with the rest of the paper', () => {
    // rest of q1: 20, 10, 0, 5, mean 8.75; Σ of products 37.5, Σ² of the rests 218.75
    expect(item('q1').discrimination).toBeCloseTo(37.5 / Math.sqrt(75 * 218.75), 12)
    // rest of q3: 20, 20, 10, 5, mean 13.75; Σ of products 7.5 · 6.25 − 2.5 · (6.25 − 3.75 − 8.75) = 62.5; Σ² 168.75
    expect(item('q3').discrimination).toBeCloseTo(62.5 / Math.sqrt(75 * 168.75), 12)
  })

  test('discriminative efficiency: of the covariance that these marks could have at most', () => {
    // marks 0, 10, 10, 10 beside rests 0, 5, 10, 20: Σ of products 87.5
    expect(item('q1').efficiency).toBeCloseTo(37.5 / 87.5, 12)
    // whoever is best on the rest is right on q3: as much as there can be
    expect(item('q3').efficiency).toBeCloseTo(1, 12)
  })

  test('effective weights come from the covariance with the whole paper and add up to 1', () => {
    const items = ['q1', 'q2', 'q3'].map(item)
    // q1 (75 + 37.5) ÷ 3; q2: rest 20, 10, 10, 0, Σ of products 37.5 + 0 + 0 + 12.5 = 50 → (68.75 + 50) ÷ 3; q3 (75 + 62.5) ÷ 3
    const roots = [112.5, 118.75, 137.5].map((sum) => Math.sqrt(sum / 3))
    const all = roots.reduce((a, b) => a + b, 0)
    const weights = effectiveWeights(items, 4)
    weights.forEach((weight, i) => {
      expect(weight).toBeCloseTo((roots[i] ?? 0) / all, 12)
    })
    expect(weights.reduce<number>((sum, weight) => sum + (weight ?? 0), 0)).toBeCloseTo(1, 12)
  })

  test('nothing is said where nothing differs, or only one answered', () => {
    const same = tallyOf([
      { a: 5, b: 0 },
      { a: 5, b: 10 },
    ])
    const all = itemStatistics(questionOf(same, 'a'), 5)
    expect([all.facility, all.standardDeviation, all.discrimination, all.efficiency]).toEqual([1, 0, null, null])
    const one = itemStatistics(questionOf(tallyOf([{ a: 5, b: 0 }]), 'a'), 5)
    expect([one.standardDeviation, one.discrimination, one.efficiency]).toEqual([null, null, null])
  })

  test('a question with a negative covariance has no effective weight', () => {
    const papers: Marks[] = [
      { a: 1, b: 0, c: 0 },
      { a: 1, b: 0, c: 0 },
      { a: 0, b: 5, c: 5 },
      { a: 0, b: 5, c: 5 },
    ]
    const against = tallyOf(papers)
    const items = ['a', 'b', 'c'].map((id) => itemStatistics(questionOf(against, id), 5))
    expect(items[0]?.discrimination).toBeCloseTo(-1, 12)
    expect(effectiveWeights(items, 4)[0]).toBeNull()
  })
})

test('what guessing earns: one of four 25 %, 判断 50 %, a gap nothing; several not said', () => {
  const options = ['甲', '乙', '丙', '丁']
  const score = (kind: 'single' | 'multiple' | 'judge' | 'fill', count: number, key: number[], full?: true) =>
    guessScore({ kind, options: options.slice(0, count), key, full })
  expect(score('single', 4, [2])).toBe(0.25)
  // after a correction two options are right
  expect(score('single', 4, [1, 2])).toBe(0.5)
  expect(score('judge', 2, [0])).toBe(0.5)
  expect(score('fill', 0, [])).toBe(0)
  expect(score('multiple', 4, [0, 1])).toBeNull()
  expect(score('single', 4, [2], true)).toBeNull()
})

describe('the papers as a whole', () => {
  const whole = testStatistics(tally, 3)

  test('mean 65 ÷ 4, median between 10 and 20, standard deviation', () => {
    expect([whole.papers, whole.mean, whole.median]).toEqual([4, 16.25, 15])
    // deviations 13.75, 3.75, −6.25, −11.25: Σ² = 368.75
    expect(whole.standardDeviation).toBeCloseTo(Math.sqrt(368.75 / 3), 12)
  })

  test('skewness and kurtosis from k-statistics', () => {
    // Σ³ = 984.375: k3 = 16 · 246.09375 ÷ 6 = 656.25
    expect(whole.skewness).toBeCloseTo(656.25 / (368.75 / 3) ** 1.5, 12)
    // Σ⁴ = 53486.328125, m4 = 13371.58203125, m2 = 92.1875: k4 = 16 · (5 · m4 − 9 · m2²) ÷ 6
    const k4 = (16 * (5 * 13371.58203125 - 9 * 92.1875 ** 2)) / 6
    expect(whole.kurtosis).toBeCloseTo(k4 / (368.75 / 3) ** 2, 10)
  })

  test('internal consistency: 3/2 · (1 − (25 + 22.9167 + 25) ÷ 122.9167) = 0.6102; error ratio and standard error', () => {
    expect(whole.consistency).toBeCloseTo(0.610169491525, 10)
    expect(whole.errorRatio).toBeCloseTo(0.624364, 5)
    expect(whole.standardError).toBeCloseTo(6.922187, 5)
    expect(whole.samePaper).toBe(true)
  })

  test('papers that all say the same measure nothing; none at all is no fault', () => {
    const same = testStatistics(tallyOf([{ a: 5 }, { a: 5 }, { a: 5 }]), 1)
    expect([same.mean, same.standardDeviation, same.skewness, same.consistency]).toEqual([5, 0, null, null])
    const nothing = testStatistics(tallyOf([]), 3)
    expect([nothing.papers, nothing.mean, nothing.median, nothing.consistency]).toEqual([0, 0, 0, null])
  })

  test('the spread: 5 of 30 is in the second tenth, 10 and 20 in the fourth and seventh, the full points in the last', () => {
    expect(spreadOf(tally.totals, 30)).toEqual([0, 1, 0, 1, 0, 0, 1, 0, 0, 1])
  })
})
