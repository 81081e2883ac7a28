import type { Day, Instant } from '@/contracts/common'
import { correctFact, type Fact, latestRevisions } from '../participation/fact'
import { type Membership, placeOn } from './membership'

/** The recorder of corrections that follow from a move: no person. Who entered the move is told by the move itself. */
export const ROSTER_RECORDER = 'roster'
const REASON = '组织关系或流动状态按实际日期更正'

/**
 * The corrections that a move of `from` makes due: of what the person took part in from that day on, whatever is written down for
 * another place than where they belonged. What happened when they were no member is withdrawn, and valid again when it turns out
 * that they were one; what a person withdrew stays withdrawn.
 * @param entries the person's facts, all revisions, in any order
 */
export function dueCorrections(entries: readonly Fact[], person: Membership, from: Day, recordedAt: Instant): Fact[] {
  return latestRevisions(entries).flatMap((latest) => {
    if (latest.day < from || (latest.withdrawn && latest.recorder !== ROSTER_RECORDER)) return []
    const place = placeOn(person, latest.day)
    const { seat, orgId, mobile } = latest
    const isRight = place
      ? !latest.withdrawn && place.seat === seat && place.orgId === orgId && place.mobile === mobile
      : latest.withdrawn
    if (isRight) return []
    const by = { recorder: ROSTER_RECORDER, reason: REASON, recordedAt }
    return [correctFact(latest, { ...by, withdrawn: place === null, ...(place && { place }) })]
  })
}
