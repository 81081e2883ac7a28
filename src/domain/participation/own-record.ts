import type { Day, ParticipationKind } from '@/contracts/common'
import { type Month, monthOf } from '../time/day'

/** How many months one page of a record has. */
export const RECORD_MONTHS = 6

/** The month that is `count` months after this one (before it when negative). */
export function addMonths(month: Month, count: number): Month {
  const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`
}

/**
 * The months of a page, latest first, and the month before which the next page begins; null: nothing lies further back.
 * @param latest the first month of the page
 * @param earliest the month of the first participation; null: there is none, and the record is the present month alone
 */
export function recordMonths(latest: Month, earliest: Month | null): { months: Month[]; next: Month | null } {
  const months = Array.from({ length: RECORD_MONTHS }, (_month, i) => addMonths(latest, -i)).filter(
    (month) => month === latest || (earliest !== null && month >= earliest),
  )
  const last = months[months.length - 1] ?? latest
  return { months, next: earliest !== null && earliest < last ? last : null }
}

/** An entry of a record, by what its place depends on: the latest revision of a fact. */
export interface RecordItem {
  readonly kind: ParticipationKind
  readonly day: Day
  readonly occurredAt: number
  readonly withdrawn: boolean
}

export interface RecordMonth<Item> {
  readonly month: Month
  readonly quizzes: number
  readonly lessons: number
  readonly themeDays: number
  /** Also what was taken back; latest first. */
  readonly entries: readonly Item[]
}

/** A record by month. It counts as the figures do: what stands after all corrections, in the month of its day. */
export function recordByMonth<Item extends RecordItem>(
  items: readonly Item[],
  months: readonly Month[],
): RecordMonth<Item>[] {
  return months.map((month) => {
    const entries = items.filter(({ day }) => monthOf(day) === month).sort((a, b) => b.occurredAt - a.occurredAt)
    const count = (kind: ParticipationKind) => entries.filter((one) => one.kind === kind && !one.withdrawn).length
    return { month, quizzes: count('quiz'), lessons: count('lesson'), themeDays: count('themeday'), entries }
  })
}
