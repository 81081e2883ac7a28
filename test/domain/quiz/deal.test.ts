import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dealPaper } from '@/domain/quiz'
import { anyQuestions, question } from './questions'

const isPermutation = (order: readonly number[], count: number): boolean =>
  [...order].sort((a, b) => a - b).every((value, index) => value === index) && order.length === count

/** 16 single, 8 multiple, 6 judge, as in the first handbook; a third of each of difficulty 1, 2 and 3 (judge: 2 each). */
const counts = { single: 16, multiple: 8, judge: 6 }
const thirty = (['single', 'multiple', 'judge'] as const).flatMap((kind) => {
  const count = counts[kind]
  return Array.from({ length: count }, (_, i) => {
    const difficulty = ((i % 3) + 1) as 1 | 2 | 3
    return question(`${kind}-${i}`, kind, kind === 'multiple' ? [0, 2] : [0], { difficulty })
  })
})

describe('dealPaper', () => {
  it('deals the same paper for the same seed, and another for another', () => {
    const paper = (seed: number) => dealPaper({ questions: thirty, deal: 20, seed })
    expect(paper(5)).toEqual(paper(5))
    expect(paper(5)).not.toEqual(paper(6))
  })

  it('deals each question at most once, with every option once, and keeps 正确 / 错误 in place', () => {
    fc.assert(
      fc.property(anyQuestions, fc.integer({ min: 0, max: 15 }), fc.integer(), (questions, deal, seed) => {
        const dealt = dealPaper({ questions, deal, seed })
        expect(dealt).toHaveLength(Math.min(deal, questions.length))
        expect(new Set(dealt.map((item) => item.questionId)).size).toBe(dealt.length)
        for (const { questionId, order } of dealt) {
          const { kind, options } =
            questions.find((candidate) => candidate.id === questionId) ?? question('', 'judge', [0])
          expect(isPermutation(order, options.length)).toBe(true)
          if (kind === 'judge') expect(order).toEqual([0, 1])
        }
      }),
    )
  })

  it('gives every kind its share: 20 of 30 are 10–11 single, 5–6 multiple, 4 judge', () => {
    // 16 × 2/3 = 10.67, 8 × 2/3 = 5.33, 6 × 2/3 = 4
    for (let seed = 0; seed < 200; seed += 1) {
      const dealt = dealPaper({ questions: thirty, deal: 20, seed })
      const count = (kind: string) => dealt.filter((item) => item.questionId.startsWith(kind)).length
      expect([10, 11]).toContain(count('single'))
      expect([5, 6]).toContain(count('multiple'))
      expect(count('judge')).toBe(4)
    }
  })

  it('gives every difficulty within a kind its share: of 6, 5 and 5 singles, 4, 3–4 and 3–4', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const dealt = new Set(dealPaper({ questions: thirty, deal: 20, seed }).map((item) => item.questionId))
      const count = (difficulty: number) =>
        thirty.filter((q) => q.kind === 'single' && q.difficulty === difficulty && dealt.has(q.id)).length
      expect(count(1)).toBe(4)
      expect([3, 4]).toContain(count(2))
      expect([3, 4]).toContain(count(3))
    }
  })

  it('gives every question the same chance, 20 in 30, so a tag with one question has it too', () => {
    const times = new Map<string, number>()
    for (let seed = 0; seed < 3000; seed += 1) {
      for (const { questionId } of dealPaper({ questions: thirty, deal: 20, seed })) {
        times.set(questionId, (times.get(questionId) ?? 0) + 1)
      }
    }
    // 2000 expected, standard deviation at most 26
    expect(times.size).toBe(30)
    for (const count of times.values()) expect(Math.abs(count - 2000)).toBeLessThan(130)
  })

  it('puts the options of a question, and the questions, into every place', () => {
    const places = new Set<number>()
    const firsts = new Set<string>()
    for (let seed = 0; seed < 400; seed += 1) {
      const dealt = dealPaper({ questions: thirty, deal: 30, seed })
      firsts.add(dealt[0]?.questionId ?? '')
      places.add(dealt.find((item) => item.questionId === 'single-0')?.order.indexOf(0) ?? -1)
    }
    expect([...places].sort()).toEqual([0, 1, 2, 3])
    expect(firsts.size).toBe(30)
  })
})
