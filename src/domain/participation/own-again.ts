import { correctFact, type Fact } from './fact'

/** The recorder of a correction that follows from what the person did: nobody else. */
export const OWN_RECORDER = 'own'
const REASON = '代录已撤回，本人后来自己参加'

type Taken = Pick<Fact, 'withdrawn' | 'channel'>

/**
 * Whether an entry that was taken back leaves the person's own part open. Somebody entered it for them and took that back: it said nothing of what the
 * person does. What they did themselves and somebody took back, or what was made valid and taken back again as their own, stays taken back.
 */
export const leavesOpen = ({ withdrawn, channel }: Taken): boolean => withdrawn && channel === 'proxy'

/** The entry that settles what someone may still do: none when it leaves that open. */
export const settling = <Entry extends Taken>(entry: Entry | null): Entry | null =>
  entry && leavesOpen(entry) ? null : entry

/**
 * The person came themselves after an entry by proxy was taken back: the correction that makes it count, as their own (channel, time and place of what they
 * did). null: what stands stays. An entry by proxy never follows one that was taken back: that is made valid again by a person who says why.
 * @param latest the highest revision; @param own what would be recorded if there were nothing
 */
export function ownAgain(latest: Fact, own: Fact): Fact | null {
  if (!leavesOpen(latest) || own.channel === 'proxy') return null
  const { occurredAt, recordedAt, seat, orgId, mobile, channel } = own
  const recorder = own.recorder ?? OWN_RECORDER
  const reason = own.reason ?? REASON
  const place = { seat, orgId, mobile }
  return { ...correctFact(latest, { withdrawn: false, occurredAt, place, recorder, reason, recordedAt }), channel }
}
