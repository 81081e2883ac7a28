import { type Card, createEmptyCard, fsrs, type Grade, Rating, State } from 'ts-fsrs'
import type { ReviewGrade } from '@/contracts/handbook'
import type { Memory, Scheduler } from '@/domain/handbook'
import { DAY_MS } from '@/domain/time'

const ratings: Readonly<Record<ReviewGrade, Grade>> = { again: Rating.Again, hard: Rating.Hard, good: Rating.Good }

/** A year; ts-fsrs lets a better answer wait a day longer than a worse one, also beyond its maximum. */
const LONGEST = 365

/**
 * FSRS 6 with its own default weights: reviewed when the chance of still knowing it has fallen to 90 %. Without fuzz, so that every phone works out the same
 * days from the same log; without steps of minutes, since what counts is days; at most a year ahead.
 */
const rule = fsrs({
  request_retention: 0.9,
  enable_fuzz: false,
  enable_short_term: false,
  maximum_interval: LONGEST,
})

/** FSRS counts days in UTC: it is given Shanghai's days as if they were UTC's. */
const dateOf = (day: number): Date => new Date(day * DAY_MS)

const cardOf = (memory: Memory): Card => ({
  due: dateOf(memory.dueDay),
  stability: memory.stability,
  difficulty: memory.difficulty,
  elapsed_days: 0,
  scheduled_days: memory.dueDay - memory.lastDay,
  learning_steps: 0,
  reps: 1,
  lapses: 0,
  state: State.Review,
  last_review: dateOf(memory.lastDay),
})

const review: Scheduler = (memory, day, grade) => {
  const today = dateOf(day)
  const { card } = rule.next(memory ? cardOf(memory) : createEmptyCard(today), today, ratings[grade])
  const days = Math.min(LONGEST, card.scheduled_days)
  return { stability: card.stability, difficulty: card.difficulty, lastDay: day, dueDay: day + days }
}

/** What came of answers, by the memory before them: a page replays the same log many times, and most questions begin alike. */
const known = new WeakMap<object, Map<string, Memory>>()
const atFirst = {}

/** Spaced repetition by ts-fsrs, as the domain asks for it (decision 12). Only the study subpackage loads it. */
export const fsrsScheduler: Scheduler = (memory, day, grade) => {
  const before = memory ?? atFirst
  const after = known.get(before) ?? new Map<string, Memory>()
  known.set(before, after)
  const key = `${day} ${grade}`
  const found = after.get(key) ?? review(memory, day, grade)
  after.set(key, found)
  return found
}
