import type { Instant } from '@/contracts/common'
import { dayOf, startOfDay } from '../time'
import type { ThemeDayTimes } from './check-in'

const HOUR = 3_600_000
const MINUTE = 60_000

/**
 * Opening freezes the roster for good, so a slip of the finger weeks before must not do it: from the beginning of the day on which it starts (it
 * may be held some hours earlier than planned), or, for one that starts soon after midnight, two hours before.
 */
export const opensFrom = ({ startsAt }: { readonly startsAt: Instant }): Instant =>
  Math.min(startOfDay(dayOf(startsAt)), startsAt - 2 * HOUR)

/** How long closing by hand can be undone: long enough to notice at the door that somebody is still missing; what is closed later stays closed. */
export const REOPEN_MS = 10 * MINUTE

/** Until when a check-in that was closed by hand can be opened again; null: it was not, or not any more. */
export function reopenUntil({ status, closedAt, endsAt }: ThemeDayTimes, now: Instant): Instant | null {
  if (status !== 'closed' || closedAt === null || closedAt === undefined) return null
  const until = Math.min(closedAt + REOPEN_MS, endsAt)
  return now < until ? until : null
}
