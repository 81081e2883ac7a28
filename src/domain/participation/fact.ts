import type { Channel, Day, Id, Instant, ParticipationKind } from '@/contracts/common'
import { dayOf } from '../time/day'

/**
 * One participation: the ledger's entry, as it is stored. It says what was true when it happened (seat, organisation, mobile
 * status), so a later transfer does not move the past.
 */
export interface Fact {
  /** `<kind>.<activity>.<person>`: a repeat is the same fact. */
  _id: string
  kind: ParticipationKind
  activityId: Id
  personId: Id
  seat: number
  orgId: Id
  mobile: boolean
  /** When it happened. Periods go by this. */
  occurredAt: Instant
  /** When it was entered. */
  recordedAt: Instant
  /** The Asia/Shanghai day of `occurredAt`. */
  day: Day
  channel: Channel
  /** Who entered it, and why, when it was not the person. */
  recorder: Id | null
  reason: string | null
  /** Whether the index has it. Bookkeeping of the fold, not part of the record. */
  folded: boolean
}

export interface FactInput {
  readonly kind: ParticipationKind
  readonly activityId: Id
  /** The roster entry of the moment when it happened. */
  readonly person: { readonly id: Id; readonly seat: number; readonly orgId: Id; readonly mobile: boolean }
  readonly occurredAt: Instant
  readonly recordedAt: Instant
  readonly channel: Channel
  readonly recorder?: Id | null
  readonly reason?: string | null
}

/** The deterministic `_id`. Ids contain no dot (contracts/common), so two different facts never share one. */
export const factId = (kind: ParticipationKind, activityId: Id, personId: Id): string =>
  `${kind}.${activityId}.${personId}`

/** A fact to append. Throws RangeError for an entry by proxy that does not say by whom and why. */
export function makeFact(input: FactInput): Fact {
  const { kind, activityId, person, occurredAt, recordedAt, channel, recorder = null, reason = null } = input
  if (channel === 'proxy' && (!recorder || !reason)) throw new RangeError('a proxy entry needs a recorder and a reason')
  return {
    _id: factId(kind, activityId, person.id),
    kind,
    activityId,
    personId: person.id,
    seat: person.seat,
    orgId: person.orgId,
    mobile: person.mobile,
    occurredAt,
    recordedAt,
    day: dayOf(occurredAt),
    channel,
    recorder,
    reason,
    folded: false,
  }
}
