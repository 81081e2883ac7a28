import { describe, expect, it } from 'vitest'
import type { Review, ReviewGrade } from '@/contracts/handbook'
import { historiesOf, type Memory, memoryOf, recentReviews, reviewDay } from '@/domain/handbook'
import { seededRng } from '@/domain/random'
import { startOfDay } from '@/domain/time'
import { fsrsScheduler } from '@/services/handbook/fsrs'
import { createReviewLog } from '@/services/handbook/review-log.shared'
import { on } from '../../domain/handbook/reviews'
import { memoryKv } from './storage'

/** The default weights of FSRS 6. Source: open-spaced-repetition, "The Algorithm", FSRS-6. */
const w = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483,
  0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
] as const
const weight = (i: number): number => w[i] ?? Number.NaN
const within = (value: number) => Math.min(10, Math.max(1, value))
const firstDifficulty = (g: number) => weight(4) - Math.exp(weight(5) * (g - 1)) + 1

/** FSRS 6 without short-term memory, written down from its published formulas. */
function published(memory: { s: number; d: number } | null, days: number, g: number) {
  if (!memory) return { s: weight(g - 1), d: within(firstDifficulty(g)) }
  const { s, d } = memory
  const decay = -weight(20)
  const r = (1 + (0.9 ** (1 / decay) - 1) * (days / s)) ** decay
  const change = -weight(6) * (g - 3)
  const next = within(weight(7) * firstDifficulty(4) + (1 - weight(7)) * (d + (change * (10 - d)) / 9))
  const forgotten = weight(11) * d ** -weight(12) * ((s + 1) ** weight(13) - 1) * Math.exp(weight(14) * (1 - r))
  const hard = g === 2 ? weight(15) : 1
  const grown = s * (1 + Math.exp(weight(8)) * (11 - d) * s ** -weight(9) * (Math.exp(weight(10) * (1 - r)) - 1) * hard)
  return { s: g === 1 ? Math.min(forgotten, s) : grown, d: next }
}

describe('the schedule', () => {
  it('is FSRS 6 by its published formulas', () => {
    const story: [day: number, grade: ReviewGrade, g: number][] = [
      [100, 'good', 3],
      [103, 'good', 3],
      [113, 'hard', 2],
      [140, 'again', 1],
      [142, 'good', 3],
      [150, 'good', 3],
    ]
    let memory: Memory | null = null
    let expected: { s: number; d: number } | null = null
    for (const [day, grade, g] of story) {
      expected = published(expected, day - (memory?.lastDay ?? day), g)
      memory = fsrsScheduler(memory, day, grade)
      expect(memory.stability).toBeCloseTo(expected.s, 3)
      expect(memory.difficulty).toBeCloseTo(expected.d, 3)
      expect(memory.dueDay).toBeGreaterThan(day)
    }
  })

  it('begins with 1 day after a wrong answer, 2 after an unsure one, 3 after a sure one', () => {
    // stabilities 0.212, 1.2931 and 2.3065 round to 0, 1, 2; at least 1, and a better answer never comes back as soon as a worse one
    const days = (['again', 'hard', 'good'] as const).map((grade) => fsrsScheduler(null, 100, grade).dueDay - 100)
    expect(days).toEqual([1, 2, 3])
  })

  it('never waits longer than a year', () => {
    let memory: Memory | null = null
    for (let i = 0; i < 12; i += 1) memory = fsrsScheduler(memory, memory?.dueDay ?? 100, 'good')
    expect((memory?.dueDay ?? 0) - (memory?.lastDay ?? 0)).toBe(365)
  })

  it('takes days of Shanghai: an answer at 00:30 and one at 23:30 lie a day apart when they do', () => {
    const memory = (first: Review, second: Review) => memoryOf(historiesOf([first, second]).get('q'), fsrsScheduler)
    expect(memory(on(1, 'good', 23.5), on(4, 'good', 0.5))).toEqual(memory(on(1, 'good', 0.5), on(4, 'good', 23.5)))
  })
})

it('five years of daily practice of 120 questions stay small on phone and server', () => {
  const chance = seededRng(7)
  const memories = new Map<string, Memory>()
  const log: Review[] = []
  const first = reviewDay(startOfDay('2026-11-22'))
  for (let day = first; day < first + 5 * 365; day += 1) {
    const due = [...memories].filter(([, { dueDay }]) => dueDay <= day).slice(0, 10)
    const fresh = Array.from({ length: 5 }, (_, i) => `q-document-${memories.size + i}`).filter(
      (_id, i) => memories.size + i < 120,
    )
    for (const id of [...due.map(([one]) => one), ...fresh]) {
      const luck = chance()
      const grade = luck < 0.1 ? 'again' : luck < 0.2 ? 'hard' : 'good'
      memories.set(id, fsrsScheduler(memories.get(id) ?? null, day, grade))
      log.push({ questionId: id, at: startOfDay('2026-11-22') + (day - first) * 86_400_000 + 36_000_000, grade })
    }
  }
  const { kv, sizes } = memoryKv()
  createReviewLog(kv).take(log)
  const phone = sizes().reduce((sum, size) => sum + size, 0)
  const server = JSON.stringify(log).length
  const began = performance.now()
  const histories = historiesOf(recentReviews(log))
  for (const history of histories.values()) memoryOf(history, fsrsScheduler)
  const ms = performance.now() - began
  console.log(
    `five years, 120 questions: ${log.length} reviews, ${(server / 1024).toFixed(0)} KB on the server, ${(phone / 1024).toFixed(0)} KB on the phone, replayed in ${ms.toFixed(0)} ms`,
  )
  expect(log.length).toBeLessThan(6_000)
  expect(phone).toBeLessThan(100_000)
  expect(Math.max(...sizes())).toBeLessThan(20_000)
})
