import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Review } from '@/contracts/handbook'
import { recentReviews } from '@/domain/handbook'
import { createReviewLog, takeAnswer } from '@/services/handbook/review-log.shared'
import { anyLog, on } from '../../domain/handbook/reviews'
import { Killed, memoryKv } from './storage'

const upTo = { since: 1, at: 2, batch: '' }

describe('the log on a phone', () => {
  it('has an answer from the tap on', () => {
    const { kv } = memoryKv()
    expect(createReviewLog(kv).add(on(1, 'good'))).toBe(true)
    expect(createReviewLog(kv).read()).toEqual([on(1, 'good')])
    expect(createReviewLog(kv).pending()).toEqual([on(1, 'good')])
  })

  it('keeps what was said to be unsure after it was kept as right', () => {
    const log = createReviewLog(memoryKv().kv)
    log.add(on(1, 'good'))
    log.add(on(1, 'hard'))
    expect(log.read()).toEqual([on(1, 'hard')])
  })

  it('is what was put in, whatever the shelves', () => {
    fc.assert(
      fc.property(anyLog, anyLog, (a, b) => {
        const log = createReviewLog(memoryKv().kv)
        log.take(a)
        log.take(b)
        expect([...log.read()]).toEqual(recentReviews([...a, ...b]))
      }),
    )
  })

  it('says that it could not write when the storage is full, and loses nothing that it had', () => {
    const { kv } = memoryKv({ room: 120 })
    const log = createReviewLog(kv)
    expect(log.take([on(1, 'good')])).toBe(true)
    expect(log.take(Array.from({ length: 20 }, (_, i) => on(i + 1, 'good')))).toBe(false)
    expect(log.read()).toEqual([on(1, 'good')])
  })

  it('loses nothing wherever the app is killed while answers go into a batch', () => {
    const answers = [on(1, 'again'), on(2, 'good'), on(3, 'good', 9, 'other'), on(3, 'hard', 10, 'third')]
    for (let killAt = 1; killAt < 40; killAt += 1) {
      const { kv, live } = memoryKv({ killAt })
      const batches: Review[][] = []
      const log = createReviewLog(kv)
      const tapped: Review[] = []
      try {
        for (const answer of answers) {
          log.add(answer)
          tapped.push(answer)
        }
        const pending = log.pending()
        log.take(pending)
        batches.push(pending)
        log.sent(pending)
      } catch (thrown) {
        if (!(thrown instanceof Killed)) throw thrown
      }
      live()
      const after = createReviewLog(kv)
      expect(after.read()).toEqual(recentReviews(tapped))
      // and everything is in a batch, or still to be sent
      expect(recentReviews([...batches.flat(), ...after.pending()])).toEqual(recentReviews(tapped))
    }
  })
})

describe('the server’s answer', () => {
  it('brings other phones’ answers and how far they were read', () => {
    const log = createReviewLog(memoryKv().kv)
    takeAnswer(log, [], { kept: null, reviews: [on(2, 'good')], upTo })
    takeAnswer(log, [], { kept: null, reviews: [on(2, 'good')], upTo })
    expect([log.read(), log.cursor()]).toEqual([[on(2, 'good')], upTo])
  })

  it('puts right what a clock that was ahead had written', () => {
    const log = createReviewLog(memoryKv().kv)
    const ahead = [on(20, 'again'), on(1, 'good', 9, 'other')]
    log.take(ahead)
    takeAnswer(log, ahead, { kept: [on(2, 'again'), on(1, 'good', 9, 'other')], reviews: [], upTo })
    expect(log.read()).toEqual([on(1, 'good', 9, 'other'), on(2, 'again')])
  })

  it('that could not be written is asked for again', () => {
    const log = createReviewLog(memoryKv({ room: 60 }).kv)
    takeAnswer(log, [], { kept: null, reviews: Array.from({ length: 20 }, (_, i) => on(i + 1, 'good')), upTo })
    expect(log.cursor()).toBeNull()
  })
})
