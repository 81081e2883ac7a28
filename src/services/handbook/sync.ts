import { type Review, syncReviews } from '@/contracts/handbook'
import { newKey } from '../new-key'
import { keyOf } from '../outbox/kinds'
import { doing, outbox } from '../outbox/outbox'
import { currentPerson, storageEpoch } from '../storage/kv'
import { call } from '../transport/call'
import { reviewLog } from './review-log'
import { sameReview, takeAnswer } from './review-log.shared'

/** What a batch may hold. */
const BATCH = 200

/** A batch in the outbox whose answers are still pending. */
interface HeldBatch {
  readonly person: string
  /** Of its parcel. */
  readonly key: string
  readonly reviews: readonly Review[]
}

/**
 * Batches that are in the outbox and whose answers are still pending: the phone is full, and has the parcel, or the answers in the log, in memory only. They are
 * not put a second time.
 */
let held: readonly HeldBatch[] = []

/** Takes off the pending what is in the log by now, and in the outbox in storage or with the server. */
function settleHeld(): void {
  const person = currentPerson()
  const { parcels } = outbox.read()
  const isHeld = ({ key }: HeldBatch) => parcels.some((parcel) => parcel.key === key && parcel.held)
  const done = held.filter((batch) => batch.person === person && !isHeld(batch) && reviewLog.take(batch.reviews))
  for (const { reviews } of done) reviewLog.sent(reviews)
  held = held.filter((batch) => !done.includes(batch))
}

/**
 * Puts what was practised into the outbox, which sends it when it can. In this order: into the outbox, into the log, off the pending; killed in between,
 * something is sent twice, which is harmless.
 */
export function sendReviews(): void {
  settleHeld()
  const person = currentPerson()
  const put = held.filter((batch) => batch.person === person).flatMap(({ reviews }) => reviews)
  const pending = reviewLog.pending().filter((review) => !put.some((one) => sameReview(one, review)))
  if (pending.length === 0) return
  for (let from = 0; from < pending.length; from += BATCH) {
    const reviews = pending.slice(from, from + BATCH)
    const input = { batch: { key: newKey(), reviews }, after: reviewLog.cursor() }
    const key = keyOf('syncReviews', input)
    void doing.syncReviews('手册练习', input)
    held = [...held, { person, key, reviews }]
  }
  settleHeld()
}

/** More than anyone practises in years; and an end, whatever a server answers. */
const MOST_PAGES = 40

/** Reads what this person's other phones sent; rejects with a CallError. */
export async function readOtherPhones(): Promise<void> {
  const epoch = storageEpoch()
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await call(syncReviews, { batch: null, after: reviewLog.cursor() })
    // whoever asked has left this phone
    if (epoch !== storageEpoch()) return
    takeAnswer(reviewLog, [], answer)
    if (!answer.more) return
  }
}
