import fc from 'fast-check'
import type { Review, ReviewGrade } from '@/contracts/handbook'
import { startOfDay } from '@/domain/time'

/** A review at an hour of a day of November 2026, in Shanghai. */
export const on = (day: number, grade: ReviewGrade, hour = 9, questionId = 'q'): Review => ({
  questionId,
  at: startOfDay(`2026-11-${String(day).padStart(2, '0')}`) + hour * 3_600_000,
  grade,
})

/** Any log: few questions, days and hours, so that equal days and equal instants are common. */
export const anyLog: fc.Arbitrary<Review[]> = fc.array(
  fc.record({
    questionId: fc.constantFrom('q1', 'q2', 'q3'),
    // 40 days from 2026-10-01, at four times: 00:00, 07:59, 08:00 and 23:59 in Shanghai
    at: fc
      .tuple(fc.nat(39), fc.constantFrom(0, 479, 480, 1439))
      .map(([day, minutes]) => startOfDay('2026-10-01') + day * 86_400_000 + minutes * 60_000),
    grade: fc.constantFrom<ReviewGrade>('again', 'hard', 'good'),
  }),
  { maxLength: 120 },
)
