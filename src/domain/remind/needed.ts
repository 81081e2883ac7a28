import type { Day, Id, Instant, ParticipationKind } from '@/contracts/common'
import type { ReminderCause } from '@/contracts/remind'

/** An entry of the ledger, as far as this rule needs it. */
export interface Took {
  readonly kind: ParticipationKind
  readonly activityId: Id
  readonly personId: Id
  readonly day: Day
  readonly revision: number
  readonly withdrawn: boolean
}

/** A reminder, as far as this rule needs it. */
export interface Wanted {
  readonly personId: Id
  readonly cause: ReminderCause
  readonly kind: ParticipationKind | null
  readonly activityId: Id | null
  /** Until when the activity is; null: it has no end, or the reminder is about none. */
  readonly until: Instant | null
  readonly from: Day
  readonly to: Day
}

/** What tells of a person's own participation. */
const ofTakingPart: readonly ReminderCause[] = ['missing', 'themeDay', 'quiz']

/**
 * Whether a reminder is still needed: who was missing has taken part in nothing of the kind in the period (as the list of the missing says it); who asked
 * to be reminded of one activity has not taken part in that one. Of what is over by then nobody is told.
 * @param entries of the person, of that kind, all revisions; in any order
 */
export function isNeeded(wanted: Wanted, entries: readonly Took[], now: Instant): boolean {
  if (wanted.until !== null && wanted.until <= now) return false
  if (wanted.kind === null || !ofTakingPart.includes(wanted.cause)) return true
  const latest = new Map<Id, Took>()
  for (const entry of entries) {
    if (entry.personId !== wanted.personId || entry.kind !== wanted.kind) continue
    if ((latest.get(entry.activityId)?.revision ?? -1) < entry.revision) latest.set(entry.activityId, entry)
  }
  const valid = [...latest.values()].filter(({ withdrawn }) => !withdrawn)
  if (wanted.cause === 'missing') return !valid.some(({ day }) => day >= wanted.from && day <= wanted.to)
  return !valid.some(({ activityId }) => activityId === wanted.activityId)
}
