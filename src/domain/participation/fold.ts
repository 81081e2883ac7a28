import type { Id } from '@/contracts/common'
import { monthOf } from '../time/day'
import { Bitmap } from './bitmap/bitmap'
import type { Fact } from './fact'
import { partOf } from './seating'
import { type ExpectedOf, keyOfFact, type Segment, type SegmentEntry, type SegmentKey, segmentKey } from './segment'

/** What one segment has to take up. */
export interface FoldStep {
  readonly key: SegmentKey
  readonly facts: readonly Fact[]
}

/**
 * Sorts facts by segment. A theme day whose roster reaches into parts in which nobody came concerns those parts too: they get
 * its facts for the sake of the roster, so that absent members stay in the denominator of the attendance rate.
 */
export function planFold(facts: Iterable<Fact>, expectedOf: ExpectedOf): FoldStep[] {
  const steps = new Map<string, { key: SegmentKey; facts: Fact[] }>()
  const partsOfRoster = new Map<Id, number[]>()
  for (const fact of facts) {
    const own = keyOfFact(fact)
    const keys = new Map([[own._id, own]])
    if (fact.kind === 'themeday') {
      let parts = partsOfRoster.get(fact.activityId)
      if (!parts) {
        parts = [...new Set(Array.from(expectedOf(fact.activityId) ?? [], partOf))]
        partsOfRoster.set(fact.activityId, parts)
      }
      for (const part of parts) {
        const key = segmentKey(own.kind, own.month, part)
        keys.set(key._id, key)
      }
    }
    for (const key of keys.values()) {
      const step = steps.get(key._id)
      if (step) step.facts.push(fact)
      else steps.set(key._id, { key, facts: [fact] })
    }
  }
  return [...steps.values()].sort((a, b) => (a.key._id < b.key._id ? -1 : 1))
}

const entryId = (of: { readonly day: string; readonly activityId: string }) => `${of.day} ${of.activityId}`

/** The union of a stored bitmap and some seats. Equal sets are written alike: without a new seat the text stays the same. */
function grown(stored: string, seats: readonly number[]): string {
  if (stored !== '' && seats.length === 0) return stored
  const more = Bitmap.from(seats)
  if (stored === '') return more.toBase64()
  return Bitmap.fromBase64(stored).addAll(more).toBase64()
}

/** An entry with the facts of its activity and day taken up; an absent one is made. */
function foldEntry(
  entry: SegmentEntry | undefined,
  facts: readonly Fact[],
  part: number,
  expectedOf: ExpectedOf,
): SegmentEntry {
  const [{ activityId, day, kind }] = facts as readonly [Fact]
  const here = facts.filter((fact) => partOf(fact.seat) === part)
  const roster = kind === 'themeday' ? expectedOf(activityId) : null
  const expected = roster && Array.from(roster).filter((seat) => partOf(seat) === part)
  if (here.length === 0 && !expected?.length) throw new RangeError(`${activityId} has nobody in part ${part}`)
  return {
    activityId,
    day,
    people: grown(
      entry?.people ?? '',
      here.map((fact) => fact.seat),
    ),
    mobile: grown(
      entry?.mobile ?? '',
      here.filter((fact) => fact.mobile).map((fact) => fact.seat),
    ),
    expected: expected ? grown(entry?.expected ?? '', expected) : (entry?.expected ?? null),
  }
}

const same = (a: SegmentEntry, b: SegmentEntry) =>
  a.people === b.people && a.mobile === b.mobile && a.expected === b.expected

/**
 * Takes facts up into a segment (null: there is none yet). Folding is a union, so facts that are there already change nothing,
 * and order, portions and repetitions do not matter. When nothing changes the answer is the given segment itself: there is
 * nothing to write. Throws RangeError for a fact that has no business in the segment.
 */
export function foldFacts(
  key: SegmentKey,
  segment: Segment | null,
  facts: readonly Fact[],
  expectedOf: ExpectedOf,
): Segment {
  const groups = new Map<string, Fact[]>()
  for (const fact of facts) {
    if (fact.kind !== key.kind || monthOf(fact.day) !== key.month)
      throw new RangeError(`${fact._id} is not of ${key._id}`)
    const group = groups.get(entryId(fact))
    if (group) group.push(fact)
    else groups.set(entryId(fact), [fact])
  }
  const entries = new Map((segment?.entries ?? []).map((entry) => [entryId(entry), entry]))
  let changed = segment === null
  for (const [id, group] of groups) {
    const before = entries.get(id)
    const after = foldEntry(before, group, key.part, expectedOf)
    if (before && same(before, after)) continue
    changed = true
    entries.set(id, after)
  }
  if (!changed && segment) return segment
  // ids sort by code units, the same on every machine
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry)
  return { ...key, version: segment?.version ?? 0, entries: sorted }
}
