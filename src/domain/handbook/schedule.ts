import type { ReviewGrade } from '@/contracts/handbook'
import type { History } from './history'

/** What a spaced-repetition rule knows of one question. Days are counted from 1970-01-01, in Shanghai. */
export interface Memory {
  /** In how many days the chance of knowing it falls to 90 %. */
  readonly stability: number
  /** 1 … 10. */
  readonly difficulty: number
  readonly lastDay: number
  /** From this day on it should be practised again. */
  readonly dueDay: number
}

/**
 * A spaced-repetition rule: memory after an answer on a day. Handed in, because the domain imports no package (decision 12): phones pass ts-fsrs.
 * @param memory null before the first answer
 */
export type Scheduler = (memory: Memory | null, day: number, grade: ReviewGrade) => Memory

/** Memory of a question: its days replayed, each with its worst answer. null: not practised before `until` (a day, not included). */
export function memoryOf(
  history: History | undefined,
  scheduler: Scheduler,
  until = Number.POSITIVE_INFINITY,
): Memory | null {
  let memory: Memory | null = null
  for (const { day, worst } of history ?? []) if (day < until) memory = scheduler(memory, day, worst)
  return memory
}
