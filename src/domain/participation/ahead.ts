import type { Instant } from '@/contracts/common'
import { dayOf } from '../time/day'
import { correctFact, type Fact, type Taker } from './fact'

/** The recorder of corrections that follow from a paper that came in late: no person. */
export const PAPER_RECORDER = 'paper'
const REASON = '更早作答的那份后来才送到，改记在先答的那天'

/**
 * What someone took part in counts on the first day on which they did, also when what they did later came in first (a paper of the train arrives a day after
 * the next one): the correction that puts it there. null: it is right as it is. What a person has corrected, entered or taken back stays.
 * @param latest the entry that stands
 * @param occurredAt when the paper that came in now was answered
 * @param place where the person belonged on that day; null: they were no member
 */
export function movedAhead(
  latest: Fact,
  occurredAt: Instant,
  place: Omit<Taker, 'id'> | null,
  recordedAt: Instant,
): Fact | null {
  const untouched = latest.channel === 'self' && (latest.revision === 0 || latest.recorder === PAPER_RECORDER)
  if (!untouched || latest.withdrawn || place === null || dayOf(occurredAt) >= latest.day) return null
  return correctFact(latest, {
    withdrawn: false,
    occurredAt,
    place,
    recorder: PAPER_RECORDER,
    reason: REASON,
    recordedAt,
  })
}
