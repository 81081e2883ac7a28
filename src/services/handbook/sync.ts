import { syncReviews } from '@/contracts/handbook'
import { newKey } from '../new-key'
import { doing, outbox } from '../outbox/outbox'
import { call } from '../transport/call'
import { reviewLog } from './review-log'
import { takeAnswer } from './review-log.shared'

/** What a batch may hold. */
const BATCH = 200

/**
 * Puts what was practised into the outbox, which sends it when it can. In this order: into the log, into the outbox, off the pending; killed in between,
 * something is sent twice, which is harmless.
 */
export function sendReviews(): void {
  const pending = reviewLog.pending()
  if (pending.length === 0 || !reviewLog.take(pending)) return
  for (let from = 0; from < pending.length; from += BATCH) {
    const reviews = pending.slice(from, from + BATCH)
    void doing.syncReviews('手册练习', { batch: { key: newKey(), reviews }, after: reviewLog.cursor() })
    if (outbox.read().full) return
    reviewLog.sent(reviews)
  }
}

/** More than anyone practises in years; and an end, whatever a server answers. */
const MOST_PAGES = 40

/** Reads what this person's other phones sent; rejects with a CallError. */
export async function readOtherPhones(): Promise<void> {
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await call(syncReviews, { batch: null, after: reviewLog.cursor() })
    takeAnswer(reviewLog, [], answer)
    if (!answer.more) return
  }
}
