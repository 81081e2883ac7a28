import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Review } from '@/contracts/handbook'
import { DAYS_KEPT, historiesOf, isInWrongBook, isWorse, masteryOf, recentReviews, reviewDay } from '@/domain/handbook'
import { seededRng, shuffle } from '@/domain/random'
import { anyLog } from './reviews'

test('a log is a set: order and repetition change nothing', () => {
  fc.assert(
    fc.property(anyLog, fc.nat(), (log, seed) => {
      const again = shuffle([...log, ...log.slice(0, 7)], seededRng(seed))
      expect(recentReviews(again)).toEqual(recentReviews(log))
      expect(historiesOf(again)).toEqual(
        new Map([...historiesOf(again).keys()].map((id) => [id, historiesOf(log).get(id)])),
      )
    }),
  )
})

test('two phones merged are one phone, whatever each had already dropped', () => {
  fc.assert(
    fc.property(anyLog, anyLog, (a, b) => {
      const merged = recentReviews([...recentReviews(a), ...recentReviews(b)])
      expect(merged).toEqual(recentReviews([...a, ...b]))
      expect(recentReviews(merged)).toEqual(merged)
    }),
  )
})

test('a log is bounded: two answers a day, 24 days a question', () => {
  fc.assert(
    fc.property(anyLog, (log) => {
      const recent = recentReviews(log)
      const perDay = new Map<string, number>()
      for (const { questionId, at } of recent) {
        const key = `${questionId} ${reviewDay(at)}`
        perDay.set(key, (perDay.get(key) ?? 0) + 1)
      }
      expect(Math.max(0, ...perDay.values())).toBeLessThanOrEqual(2)
      for (const id of ['q1', 'q2', 'q3']) {
        expect([...perDay.keys()].filter((key) => key.startsWith(`${id} `)).length).toBeLessThanOrEqual(DAYS_KEPT)
      }
    }),
  )
})

/** One question's reviews in order, each instant once with its worse grade: the whole log, nothing dropped. */
function wholeHistory(log: readonly Review[], id: string): Review[] {
  const byInstant = new Map<number, Review>()
  for (const review of log) {
    const other = byInstant.get(review.at)
    if (review.questionId === id && (!other || isWorse(review.grade, other.grade))) byInstant.set(review.at, review)
  }
  return [...byInstant.values()].sort((a, b) => a.at - b.at)
}

test('mastery and wrong-answer book are those of the whole log, worked out answer by answer', () => {
  fc.assert(
    fc.property(anyLog, (log) => {
      for (const id of ['q1', 'q2', 'q3']) {
        const whole = wholeHistory(log, id)
        const wrongAt = whole.map(({ grade }) => grade).lastIndexOf('again')
        const since = whole.slice(wrongAt + 1).map(({ at }) => reviewDay(at))
        const last = whole[whole.length - 1]
        const inBook = wrongAt >= 0 && new Set(since).size < 2
        const held = since.length > 0 && (since[since.length - 1] ?? 0) - (since[0] ?? 0) >= 7
        const mastery = !last ? 'new' : held && last.grade === 'good' ? 'mastered' : 'learning'
        const history = historiesOf(recentReviews(log)).get(id)
        expect({ mastery: masteryOf(history), inBook: isInWrongBook(history) }).toEqual({ mastery, inBook })
      }
    }),
    { numRuns: 500 },
  )
})
