import { deflateSync } from 'node:zlib'
import { foldSegment, planFold } from '@/domain/participation/fold'
import { packSegment } from '@/domain/participation/pack'
import { type FrozenRoster, factsIn, type Segment } from '@/domain/participation/segment'
import { expectedSeats, mobileSeats } from '@/domain/themeday'
import { dayOf } from '@/domain/time/day'
import type { FactDoc, SegmentDoc, ThemeDayDoc } from '../../cloudfunctions/_data/documents'

/** As cloudfunctions/_data/segments stores one, in its first version. */
function segmentDoc(segment: Segment): SegmentDoc {
  const { _id, kind, month, part } = segment
  const data = deflateSync(packSegment(segment)).toString('base64')
  return { _id, kind, month, part, version: 1, facts: factsIn(segment), size: data.length, data }
}

/** How many facts are taken up at once: a fold copies its segments, so many small ones cost more. */
const AT_ONCE = 5000

/**
 * The participation index of the demo, made by the fold's own code while the facts are invented: what the timer would make of them in some minutes, and say the
 * same of. Facts and rosters that were added are marked as folded.
 */
export class IndexBuilder {
  private readonly segments = new Map<string, Segment>()
  private facts: FactDoc[] = []
  private rosters: FrozenRoster[] = []

  add(facts: readonly FactDoc[]): void {
    for (const fact of facts) {
      fact.folded = true
      this.facts.push(fact)
    }
    if (this.facts.length >= AT_ONCE) this.fold()
  }

  /** @param themeDay whose roster was frozen */
  addRoster({ _id: activityId, startsAt, roster }: ThemeDayDoc): void {
    if (!roster) return
    this.rosters.push({
      activityId,
      day: dayOf(startsAt),
      expected: expectedSeats(roster),
      mobile: mobileSeats(roster),
    })
  }

  private fold(): void {
    for (const step of planFold(this.facts, this.rosters)) {
      this.segments.set(step.key._id, foldSegment(step, this.segments.get(step.key._id) ?? null))
    }
    this.facts = []
    this.rosters = []
  }

  /** The segments as they are stored, of everything that was added. */
  documents(): SegmentDoc[] {
    this.fold()
    return [...this.segments.values()].map(segmentDoc)
  }
}
