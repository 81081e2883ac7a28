import type { PlannedDay } from '@/contracts/plan-days'
import { canReplan, canRestore, checkInState } from '@/domain/themeday'
import type { PlannedDoc } from '../_data/theme-plans'

/** A theme day as the desk plans it. */
export const plannedRow = (day: PlannedDoc, now: number): PlannedDay => ({
  id: day._id,
  title: day.title,
  place: day.place,
  forms: day.forms,
  agenda: day.agenda,
  remote: day.remote,
  startsAt: day.startsAt,
  endsAt: day.endsAt,
  status: checkInState(day, now),
  opened: day.roster !== null,
  cancelled: day.cancelled ? { at: day.cancelled.at, reason: day.cancelled.reason } : null,
  changedAt: day.changedAt ?? null,
  canChange: canReplan(day, now),
  canRestore: canRestore(day, now),
  leaves: day.leaves,
})
