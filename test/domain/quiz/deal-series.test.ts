import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dealSeriesPaper } from '@/domain/quiz'
import { anyQuestions, question } from './questions'

const counts = { single: 60, multiple: 30, judge: 20, fill: 10 } as const
/** 120 questions, a third of each kind of each difficulty. */
const pool = (['single', 'multiple', 'judge', 'fill'] as const).flatMap((kind) =>
  Array.from({ length: counts[kind] }, (_, i) => {
    return question(`${kind}-${i}`, kind, kind === 'multiple' ? [0, 2] : [0], {
      difficulty: ((i % 3) + 1) as 1 | 2 | 3,
    })
  }),
)
const ids = (number: number, seed = 7, deal = 5) =>
  dealSeriesPaper({ questions: pool, deal, seed, number }).map(({ questionId }) => questionId)
const days = (count: number) => Array.from({ length: count }, (_, i) => i + 1)

describe('dealSeriesPaper', () => {
  it('deals the same paper for the same person and day', () => {
    const paper = (seed: number, number: number) => dealSeriesPaper({ questions: pool, deal: 5, seed, number })
    expect(paper(7, 3)).toEqual(paper(7, 3))
    expect(paper(7, 3)).not.toEqual(paper(8, 3))
  })

  it('goes through 120 questions in 24 days of five, none twice, and only then begins again', () => {
    expect(new Set(days(24).flatMap((day) => ids(day))).size).toBe(120)
    expect([...ids(25)].sort()).toEqual([...ids(1)].sort())
    expect(ids(25)).not.toEqual(ids(1))
  })

  it('does the same where the pool is no multiple of a paper: in 17 days of seven 119 different ones', () => {
    expect(new Set(days(17).flatMap((day) => ids(day, 3, 7))).size).toBe(119)
  })

  it('gives every day nearly its share of kinds: of ten, single 5 and multiple 2.5, each within one and a half', () => {
    for (const seed of days(30)) {
      for (const day of days(12)) {
        const dealt = ids(day, seed, 10)
        const count = (kind: string) => dealt.filter((id) => id.startsWith(kind)).length
        expect([4, 5, 6]).toContain(count('single'))
        expect([1, 2, 3, 4]).toContain(count('multiple'))
      }
    }
  })

  it('deals each question at most once in a paper, every option once, and over the days all equally often, by one', () => {
    fc.assert(
      fc.property(anyQuestions, fc.integer({ min: 1, max: 14 }), fc.integer(), (questions, deal, seed) => {
        const times = new Map(questions.map(({ id }) => [id, 0]))
        for (const number of days(9)) {
          const dealt = dealSeriesPaper({ questions, deal, seed, number })
          expect(new Set(dealt.map(({ questionId }) => questionId)).size).toBe(Math.min(deal, questions.length))
          for (const { questionId, order } of dealt) {
            times.set(questionId, (times.get(questionId) ?? 0) + 1)
            const options = questions.find(({ id }) => id === questionId)?.options ?? []
            expect([...order].sort((a, b) => a - b)).toEqual(options.map((_, i) => i))
          }
        }
        expect(Math.max(...times.values()) - Math.min(...times.values())).toBeLessThanOrEqual(1)
      }),
    )
  })
})
