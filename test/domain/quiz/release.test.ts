import { describe, expect, it } from 'vitest'
import { explainingLessons, releaseOf } from '@/domain/quiz'

const closesAt = Date.UTC(2026, 10, 30, 16)
const hour = 3_600_000
const quiz = {
  mode: 'exam' as const,
  opensAt: closesAt - 720 * hour,
  closesAt,
  minutes: 20,
  attemptsAllowed: 2,
  graceHours: 24,
}

describe('releaseOf', () => {
  it('is at once, never, or after the last paper may have arrived', () => {
    expect(releaseOf({ ...quiz, release: 'atOnce' }, closesAt - hour)).toEqual({ now: true })
    expect(releaseOf({ ...quiz, release: 'never' }, closesAt + 999 * hour)).toEqual({ now: false, at: null })
    const after = { ...quiz, release: 'afterClose' as const }
    expect(releaseOf(after, closesAt)).toEqual({ now: false, at: closesAt + 24 * hour })
    expect(releaseOf(after, closesAt + 24 * hour - 1)).toEqual({ now: false, at: closesAt + 24 * hour })
    expect(releaseOf(after, closesAt + 24 * hour)).toEqual({ now: true })
    expect(releaseOf({ ...after, graceHours: 0 }, closesAt)).toEqual({ now: true })
  })
})

describe('explainingLessons', () => {
  const items = [
    { questionId: 'a', verdict: 'right' as const },
    { questionId: 'b', verdict: 'wrong' as const },
    { questionId: 'c', verdict: 'partial' as const },
    { questionId: 'd', verdict: 'blank' as const },
  ]
  const lesson = (id: string, ...questions: string[]) => ({ id, questions })

  it('names those that help with most of what was not right, three at most', () => {
    const lessons = [
      lesson('one', 'a'),
      lesson('two', 'b'),
      lesson('three', 'a', 'c', 'd'),
      lesson('four', 'd'),
      lesson('five', 'b'),
    ]
    expect(explainingLessons(items, lessons).map(({ id }) => id)).toEqual(['three', 'two', 'four'])
    expect(explainingLessons(items.slice(0, 1), lessons)).toEqual([])
  })
})
