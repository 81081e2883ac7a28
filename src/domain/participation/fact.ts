import type { Channel, Day, Id, Instant, ParticipationKind } from '@/contracts/common'
import { dayOf } from '../time/day'

/** Where a fact counts: one bit of the index. */
export interface FactPlace {
  readonly seat: number
  readonly day: Day
}

/**
 * One participation: an entry of the ledger, as it is stored. It says what was true when it happened (seat, organisation, mobile
 * status), so a later transfer does not move the past. The ledger is only appended to: a correction is another entry with the
 * next revision, and the highest revision is what counts.
 */
export interface Fact {
  /** `<kind>.<activity>.<person>`, so that a repeat is the same fact; of a correction `<kind>.<activity>.<person>.<revision>`. */
  _id: string
  kind: ParticipationKind
  activityId: Id
  personId: Id
  seat: number
  orgId: Id
  mobile: boolean
  /** When it happened. Periods go by this. */
  occurredAt: Instant
  /** When this entry was made. */
  recordedAt: Instant
  /** The Asia/Shanghai day of `occurredAt`. */
  day: Day
  channel: Channel
  /** Who entered it, and why, when it was not the person; always given for a correction. */
  recorder: Id | null
  reason: string | null
  /** 0: as it came in first; 1, 2 …: corrections. */
  revision: number
  /** A correction that takes the participation back. */
  withdrawn: boolean
  /** Where earlier revisions counted; so each entry alone says which bits of the index it sets and which it clears. */
  earlier: FactPlace[]
  /** Whether the index has it. Bookkeeping of the fold, not part of the record. */
  folded: boolean
}

/** What the index takes up of an entry. */
export type IndexedFact = Pick<
  Fact,
  'kind' | 'activityId' | 'seat' | 'day' | 'mobile' | 'revision' | 'withdrawn' | 'earlier'
>

/** A person's place when it happened (domain/people `placeOn`). */
export interface Taker {
  readonly id: Id
  readonly seat: number
  readonly orgId: Id
  readonly mobile: boolean
}

export interface FactInput {
  readonly kind: ParticipationKind
  readonly activityId: Id
  /** The roster entry of the moment when it happened. */
  readonly person: Taker
  readonly occurredAt: Instant
  readonly recordedAt: Instant
  readonly channel: Channel
  readonly recorder?: Id | null
  readonly reason?: string | null
}

/** The deterministic `_id` of a first entry. Ids contain no dot (contracts/common), so two different facts never share one. */
export const factId = (kind: ParticipationKind, activityId: Id, personId: Id): string =>
  `${kind}.${activityId}.${personId}`

/** What all revisions of a fact share. */
export const keyOf = ({ kind, activityId, personId }: Pick<Fact, 'kind' | 'activityId' | 'personId'>): string =>
  factId(kind, activityId, personId)

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
    revision: 0,
    withdrawn: false,
    earlier: [],
    folded: false,
  }
}

/** What a correction says: taken back or (again) valid, and what else was wrong. What is not given stays as it was. */
export interface Correction {
  readonly withdrawn: boolean
  readonly occurredAt?: Instant
  readonly place?: Omit<Taker, 'id'>
  readonly recorder: Id
  readonly reason: string
  readonly recordedAt: Instant
}

const samePlace = (a: FactPlace, b: FactPlace): boolean => a.seat === b.seat && a.day === b.day

/**
 * The next entry of a fact. `latest` must be its highest revision: of two corrections made at once both have the same `_id`, and
 * the database lets one in. Throws RangeError for a correction that does not say by whom and why.
 */
export function correctFact(latest: Fact, correction: Correction): Fact {
  const { recorder, reason, recordedAt, withdrawn } = correction
  if (!recorder || !reason) throw new RangeError('a correction needs a recorder and a reason')
  const place = correction.place ?? latest
  const occurredAt = correction.occurredAt ?? latest.occurredAt
  const here = { seat: latest.seat, day: latest.day }
  const revision = latest.revision + 1
  return {
    ...latest,
    _id: `${keyOf(latest)}.${revision}`,
    seat: place.seat,
    orgId: place.orgId,
    mobile: place.mobile,
    occurredAt,
    day: dayOf(occurredAt),
    recordedAt,
    recorder,
    reason,
    revision,
    withdrawn,
    earlier: latest.earlier.some((one) => samePlace(one, here)) ? latest.earlier : [...latest.earlier, here],
    folded: false,
  }
}

/** Of entries in any order and any number: the highest revision of each fact. */
export function latestRevisions(entries: Iterable<Fact>): Fact[] {
  const latest = new Map<string, Fact>()
  for (const entry of entries) {
    const key = keyOf(entry)
    if ((latest.get(key)?.revision ?? -1) < entry.revision) latest.set(key, entry)
  }
  return [...latest.values()]
}

/** Of entries in any order and any number: the facts that count. */
export const validFacts = (entries: Iterable<Fact>): Fact[] =>
  latestRevisions(entries).filter(({ withdrawn }) => !withdrawn)
