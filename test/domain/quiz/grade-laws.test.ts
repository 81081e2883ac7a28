import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PartialRule } from '@/contracts/quiz'
import { dealPaper, type GivenAnswer, gradePaper } from '@/domain/quiz'
import { seededRng, shuffle } from '@/domain/random'
import { anyQuestions, type TestQuestion } from './questions'

/** What somebody answers, per question: any subset of the original options, one at most for single and judge; for fill a text. */
type Wish = { options: number[]; text?: string }
function wishes(questions: readonly TestQuestion[], seed: number): Map<string, Wish> {
  const rng = seededRng(seed)
  return new Map(
    questions.map(({ id, kind, options, accepted }) => {
      if (kind === 'fill')
        return [id, { options: [], text: rng() < 0.5 ? (accepted[0] ?? '') : rng() < 0.5 ? '别的' : '' }]
      const subset = shuffle(
        options.map((_, index) => index),
        rng,
      ).filter(() => rng() < 0.4)
      return [id, { options: kind === 'multiple' ? subset : subset.slice(0, 1) }]
    }),
  )
}

/** The same choice of options, as answers to one dealt paper. */
function answersFor(dealt: readonly { questionId: string; order: number[] }[], wish: Map<string, Wish>): GivenAnswer[] {
  return dealt.map(({ questionId, order }) => {
    const { options = [], text } = wish.get(questionId) ?? {}
    return {
      questionId,
      chosen: options.map((original) => order.indexOf(original)),
      ...(text !== undefined && { text }),
    }
  })
}

const points = fc.integer({ min: 1, max: 10 })
const rules = fc.constantFrom<PartialRule>('none', 'half', 'proportional')

describe('laws of grading', () => {
  it('the score is the sum of the marks, each from 0 to the points; the counts cover the paper', () => {
    fc.assert(
      fc.property(
        anyQuestions,
        fc.integer(),
        fc.integer(),
        points,
        rules,
        (questions, seed, wish, pointsEach, partial) => {
          const dealt = dealPaper({ questions, deal: 8, seed })
          const answers = answersFor(dealt, wishes(questions, wish))
          const graded = gradePaper({ dealt, questions, answers, pointsEach, passMark: 1, partial })
          if (!graded.ok) throw new Error('a sound answer was refused')
          expect(graded.score).toBeGreaterThanOrEqual(0)
          expect(graded.score).toBeLessThanOrEqual(graded.maxScore)
          expect(graded.maxScore).toBe(dealt.length * pointsEach)
          expect(graded.items.every((item) => Number.isInteger(item.earned) && item.earned >= 0)).toBe(true)
          expect(graded.items.every((item) => (item.earned === pointsEach) === (item.verdict === 'right'))).toBe(true)
          expect(graded.items.reduce((sum, item) => sum + item.earned, 0)).toBe(graded.score)
          expect(Object.values(graded.counts).reduce((sum, count) => sum + count, 0)).toBe(dealt.length)
        },
      ),
    )
  })

  it('the order of the answers, and of the choices in one, changes nothing', () => {
    fc.assert(
      fc.property(anyQuestions, fc.integer(), fc.integer(), rules, (questions, seed, wish, partial) => {
        const dealt = dealPaper({ questions, deal: 12, seed })
        const answers = answersFor(dealt, wishes(questions, wish))
        const rng = seededRng(wish + 1)
        const mixed = shuffle(answers, rng).map((a) => ({ ...a, chosen: shuffle(a.chosen, rng) }))
        const grade = (given: GivenAnswer[]) =>
          gradePaper({ dealt, questions, answers: given, pointsEach: 5, passMark: 30, partial })
        expect(grade(mixed)).toEqual(grade(answers))
      }),
    )
  })

  it('shuffling questions and options changes no mark', () => {
    fc.assert(
      fc.property(
        anyQuestions,
        fc.integer(),
        fc.integer(),
        fc.integer(),
        rules,
        (questions, one, other, wish, partial) => {
          const marks = (seed: number) => {
            const dealt = dealPaper({ questions, deal: questions.length, seed })
            const answers = answersFor(dealt, wishes(questions, wish))
            const graded = gradePaper({ dealt, questions, answers, pointsEach: 5, passMark: 30, partial })
            if (!graded.ok) throw new Error('a sound answer was refused')
            return {
              score: graded.score,
              marks: Object.fromEntries(graded.items.map((item) => [item.questionId, [item.verdict, item.earned]])),
            }
          }
          expect(marks(one)).toEqual(marks(other))
        },
      ),
    )
  })

  it('the key of the result, handed in, earns every point', () => {
    fc.assert(
      fc.property(anyQuestions, fc.integer(), (questions, seed) => {
        const dealt = dealPaper({ questions, deal: 12, seed })
        const blank = gradePaper({ dealt, questions, answers: [], pointsEach: 5, passMark: 1, partial: 'half' })
        if (!blank.ok) throw new Error('an empty paper was refused')
        const textOf = (id: string) => questions.find((one) => one.id === id && one.kind === 'fill')?.accepted[0]
        const answers = blank.items.map(({ questionId, key }) => ({
          questionId,
          chosen: key,
          text: textOf(questionId),
        }))
        const full = gradePaper({ dealt, questions, answers, pointsEach: 5, passMark: 1, partial: 'half' })
        expect(full).toMatchObject({ ok: true, score: dealt.length * 5, counts: { right: dealt.length } })
      }),
    )
  })
})
