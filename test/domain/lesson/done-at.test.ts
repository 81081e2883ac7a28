import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LESSON_GRACE_MS, lessonDoneAt } from '@/domain/lesson'

const at = (text: string) => Date.parse(`${text}+08:00`)
const lesson = { publishedAt: at('2026-11-01T08:00:00') }

describe('when a lesson counts as done', () => {
  const now = at('2026-12-01T07:30:00')

  it('is when it was answered on the train, although it came in the next month', () => {
    expect(lessonDoneAt(lesson, at('2026-11-30T21:10:00'), now)).toBe(at('2026-11-30T21:10:00'))
  })

  it('is when it came in, when the phone says nothing, or something that cannot be', () => {
    expect(lessonDoneAt(lesson, null, now)).toBe(now)
    expect(lessonDoneAt(lesson, now + 60_000, now)).toBe(now)
    expect(lessonDoneAt(lesson, now - LESSON_GRACE_MS - 1, now)).toBe(now)
    expect(lessonDoneAt(lesson, 0, now)).toBe(now)
  })

  it('is not before the lesson was there', () => {
    const new_ = { publishedAt: now - 1_000 }
    expect(lessonDoneAt(new_, now - 5_000, now)).toBe(now - 1_000)
  })

  it('law: between the publication and now, at most the grace ago', () => {
    const instant = fc.integer({ min: 0, max: 4e12 })
    fc.assert(
      fc.property(instant, fc.option(instant), fc.nat(4e11), (published, said, later) => {
        const arrival = published + later
        const done = lessonDoneAt({ publishedAt: published }, said, arrival)
        expect(done).toBeGreaterThanOrEqual(Math.max(published, arrival - LESSON_GRACE_MS))
        expect(done).toBeLessThanOrEqual(arrival)
      }),
    )
  })
})
