import { syncReviews as contract, type Review } from '@/contracts/handbook'
import { afterReading, beginReading } from '@/domain/handbook/cursor'
import { batchesAfter, keepBatch, ownBatch } from '../_data/reviews'
import { implement } from '../_kit/action'

/**
 * Three database requests: the caller with the batch if it was kept before, the other batches, and the batch; a repeat or a mere question two. One's own
 * reviews only, kept by person: whoever binds another WeChat identity has them still. Nobody else reads them and no figure counts them.
 */
export const syncReviews = implement(contract, {
  alongside: ({ batch }, { openid }) => ({ before: ownBatch(openid, batch?.key ?? '') }),
  allow: () => true,
  async handle({ caller, input: { batch, after }, now, found }) {
    const personId = caller.person._id
    const begun = beginReading(after, now)
    const before = found.before[0]
    const kept = before?.reviews ?? batch?.reviews.map((review) => notLaterThan(now, review))
    const [{ batches, last, more }] = await Promise.all([
      batchesAfter(personId, begun),
      batch && kept && !before ? keepBatch(personId, batch.key, now, kept) : null,
    ])
    return {
      kept: batch && kept && JSON.stringify(kept) !== JSON.stringify(batch.reviews) ? kept : null,
      reviews: batches.flatMap(({ reviews }) => reviews),
      upTo: afterReading(begun, last, more),
      more,
    }
  },
})

const notLaterThan = (now: number, { questionId, at, grade }: Review): Review => ({
  questionId,
  at: Math.min(at, now),
  grade,
})
