import { type History, rightDays } from './history'

/** new: never practised. learning: practised. mastered: see `masteryOf`. */
export type Mastery = 'new' | 'learning' | 'mastered'

/** How long a right answer must have held. */
export const HELD_DAYS = 7

/**
 * Mastered: the last answer was right and sure, and a week or more lies between it and the first right answer since the last wrong one.
 * Why a week: right again some minutes or a day later mostly shows that the explanation was just read; after a first right answer FSRS's defaults expect
 * one in ten to be forgotten after 2.3 days (w2 of ts-fsrs 5.4), so a week is about three times as long as a memory lasts that was never refreshed. It
 * needs nothing of FSRS, so a server can count it from the same log. One wrong answer, or an unsure last one, and it is learning again.
 */
export function masteryOf(history: History | undefined): Mastery {
  const latest = history?.[history.length - 1]
  if (!history || !latest) return 'new'
  const run = rightDays(history)
  const held = latest.day - (run[0] ?? latest.day)
  return latest.last === 'good' && held >= HELD_DAYS ? 'mastered' : 'learning'
}

export interface MasteryCounts {
  mastered: number
  learning: number
  new: number
}

/** How many questions stand where. */
export function countMastery(questionIds: readonly string[], histories: ReadonlyMap<string, History>): MasteryCounts {
  const counts: MasteryCounts = { mastered: 0, learning: 0, new: 0 }
  for (const id of questionIds) counts[masteryOf(histories.get(id))] += 1
  return counts
}

/** On how many different days it must be right to leave the wrong-answer book. */
export const RIGHT_DAYS_TO_LEAVE = 2

/** Whether a question is in the wrong-answer book (错题本): answered wrong, and since then not yet right on two different days. */
export function isInWrongBook(history: History | undefined): boolean {
  if (!history?.some(({ worst }) => worst === 'again')) return false
  return rightDays(history).length < RIGHT_DAYS_TO_LEAVE
}
