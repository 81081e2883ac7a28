import type { Day, Id, ParticipationKind } from '@/contracts/common'

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
  readonly cause: 'missing' | 'holding' | 'register' | 'themeDay' | 'quiz'
  readonly kind: ParticipationKind | null
  readonly activityId: Id | null
  readonly from: Day
  readonly to: Day
}

/**
 * Whether a reminder is still needed: who was missing has taken part in nothing of the kind in the period (as the list of the missing says it); who asked
 * to be reminded of one activity has not taken part in that one.
 * @param entries of the person, of that kind, all revisions; in any order
 */
export function isNeeded(wanted: Wanted, entries: readonly Took[]): boolean {
  if (wanted.kind === null || wanted.cause === 'holding' || wanted.cause === 'register') return true
  const latest = new Map<Id, Took>()
  for (const entry of entries) {
    if (entry.personId !== wanted.personId || entry.kind !== wanted.kind) continue
    if ((latest.get(entry.activityId)?.revision ?? -1) < entry.revision) latest.set(entry.activityId, entry)
  }
  const valid = [...latest.values()].filter(({ withdrawn }) => !withdrawn)
  if (wanted.cause === 'missing') return !valid.some(({ day }) => day >= wanted.from && day <= wanted.to)
  return !valid.some(({ activityId }) => activityId === wanted.activityId)
}
