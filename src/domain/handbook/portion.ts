import type { History } from './history'
import { memoryOf, type Scheduler } from './schedule'

/** A day's portion: as much as five to ten minutes hold. Whoever wants more may go on; nobody is told that they should. */
export const DUE_A_DAY = 10
export const NEW_A_DAY = 5

export interface Portion {
  /** Due today and not practised yet, longest due first; what is left of today's 10. */
  due: string[]
  /** How many are due in all, beyond today's portion too. */
  dueInAll: number
  /** Never practised, in the order of the book; what is left of today's 5. */
  fresh: string[]
}

/**
 * What to practise today. It depends on how things stood at the beginning of the day and on what was practised since, so it only shrinks in the
 * course of the day, on every phone the same.
 * @param questionIds in the order of the book; what is not in it any more is not practised
 * @param today counted from 1970-01-01, in Shanghai
 */
export function portionOf(
  questionIds: readonly string[],
  histories: ReadonlyMap<string, History>,
  scheduler: Scheduler,
  today: number,
): Portion {
  const due: { id: string; dueDay: number }[] = []
  const fresh: string[] = []
  let doneDue = 0
  let begun = 0
  for (const id of questionIds) {
    const history = histories.get(id)
    const latest = history?.[history.length - 1]
    if (!latest) {
      fresh.push(id)
      continue
    }
    const before = memoryOf(history, scheduler, today)
    const practisedToday = latest.day >= today
    if (!before) begun += 1
    else if (before.dueDay <= today && practisedToday) doneDue += 1
    else if (before.dueDay <= today) due.push({ id, dueDay: before.dueDay })
  }
  due.sort((a, b) => a.dueDay - b.dueDay)
  return {
    due: due.slice(0, Math.max(0, DUE_A_DAY - doneDue)).map(({ id }) => id),
    dueInAll: due.length,
    fresh: fresh.slice(0, Math.max(0, NEW_A_DAY - begun)),
  }
}

/** The days on which the next questions come due, in order; as many as one day's portion, so that a later day's number is known from them. */
export function nextDueDays(
  questionIds: readonly string[],
  histories: ReadonlyMap<string, History>,
  scheduler: Scheduler,
): number[] {
  const days = questionIds.flatMap((id) => memoryOf(histories.get(id), scheduler)?.dueDay ?? [])
  return days.sort((a, b) => a - b).slice(0, DUE_A_DAY)
}
