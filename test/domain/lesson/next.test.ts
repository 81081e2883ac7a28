import { expect, it } from 'vitest'
import { nextLesson } from '@/domain/lesson'

const lessons = [
  { id: 'e-1', track: 'elective', publishedAt: 1 },
  { id: 'r-2', track: 'required', publishedAt: 9 },
  { id: 'r-1', track: 'required', publishedAt: 5 },
  { id: 'b-1', track: 'basic', publishedAt: 2 },
] as const

it('goes by track, then by age, past what is completed and past this one', () => {
  const next = (completed: string[], current: string) => nextLesson(lessons, new Set(completed), current)?.id ?? null
  expect(next([], 'r-1')).toBe('r-2')
  expect(next([], 'b-1')).toBe('r-1')
  expect(next(['r-1', 'r-2'], 'e-1')).toBe('b-1')
  expect(next(['r-1', 'r-2', 'b-1'], 'e-1')).toBe(null)
  expect(nextLesson([], new Set(), 'x')).toBe(null)
})
