import type { Review, ReviewCursor, ReviewGrade } from '@/contracts/handbook'
import { recentReviews } from '@/domain/handbook/log'
import type { Kv } from '../storage/kv.shared'

const grades: readonly ReviewGrade[] = ['again', 'hard', 'good']

/** A shelf of the log: reviews by question, each as instant × 4 + grade, so that 2,000 questions take less than a MB. */
type Shelf = Record<string, number[]>

const pack = ({ at, grade }: Review): number => at * 4 + grades.indexOf(grade)
const unpack = (questionId: string, packed: number): Review => ({
  questionId,
  at: Math.floor(packed / 4),
  grade: grades[packed % 4] ?? 'again',
})

/** A question's shelf: writing one answer must not write the whole log. */
const SHELVES = 8
function shelfOf(questionId: string): number {
  let sum = 0
  for (let i = 0; i < questionId.length; i += 1) sum = (sum * 31 + questionId.charCodeAt(i)) % 9973
  return sum % SHELVES
}
const shelfKey = (shelf: number) => `reviews:${shelf}`
const PENDING = 'reviews:pending'
const CURSOR = 'reviews:upto'

export const sameReview = (a: Review, b: Review) =>
  a.questionId === b.questionId && a.at === b.at && a.grade === b.grade

/**
 * What a person practised, on this phone. An answer is written to `pending` at the tap; it leaves it once it is in the log and in a batch of the outbox. Each step may be
 * the last before the app is killed, and may come twice: the log is a set.
 */
export function createReviewLog(kv: Kv) {
  const pending = (): Review[] => kv.read<Review[]>(PENDING) ?? []
  const readShelf = (shelf: number): Review[] =>
    Object.entries(kv.read<Shelf>(shelfKey(shelf)) ?? {}).flatMap(([id, list]) => list.map((one) => unpack(id, one)))

  const writeShelf = (shelf: number, reviews: readonly Review[]): boolean => {
    const packed: Shelf = {}
    for (const review of recentReviews(reviews)) {
      packed[review.questionId] = [...(packed[review.questionId] ?? []), pack(review)]
    }
    return kv.write(shelfKey(shelf), packed)
  }

  return {
    /** Everything that is known, the present answers too. */
    read: (): Review[] =>
      recentReviews([...Array.from({ length: SHELVES }, (_, shelf) => readShelf(shelf)).flat(), ...pending()]),
    pending,
    /** Writes an answer at the tap; whether the phone has it now. */
    add: (review: Review): boolean => kv.write(PENDING, [...pending(), review]),
    /** Takes reviews into the log and others out of it; whether the phone has it all now. */
    take(reviews: readonly Review[], instead: readonly Review[] = []): boolean {
      let stored = true
      for (let shelf = 0; shelf < SHELVES; shelf += 1) {
        const add = reviews.filter(({ questionId }) => shelfOf(questionId) === shelf)
        const without = instead.filter(({ questionId }) => shelfOf(questionId) === shelf)
        if (add.length === 0 && without.length === 0) continue
        const rest = readShelf(shelf).filter((one) => !without.some((other) => sameReview(one, other)))
        stored = writeShelf(shelf, [...rest, ...add]) && stored
      }
      return stored
    },
    /** These are in a batch now. */
    sent: (batch: readonly Review[]): void =>
      void kv.write(
        PENDING,
        pending().filter((review) => !batch.some((one) => sameReview(one, review))),
      ),
    /** Up to where the server's batches were read; null: not at all. */
    cursor: (): ReviewCursor | null => kv.read<ReviewCursor>(CURSOR),
    reached: (cursor: ReviewCursor): void => void kv.write(CURSOR, cursor),
  }
}

export type ReviewLog = ReturnType<typeof createReviewLog>

/** Forgets what is not `pending` any more: the server has it, or a parcel of the outbox. Everything is asked for anew. */
export function forgetKnown(kv: Kv): void {
  for (let shelf = 0; shelf < SHELVES; shelf += 1) kv.drop(shelfKey(shelf))
  kv.drop(CURSOR)
}

/** What the server's answer to a batch, or to the question for other phones' batches, means for the log. May run twice. */
export function takeAnswer(
  log: ReviewLog,
  batch: readonly Review[],
  answer: { readonly kept: readonly Review[] | null; readonly reviews: readonly Review[]; readonly upTo: ReviewCursor },
): void {
  const stored = log.take([...(answer.kept ?? []), ...answer.reviews], answer.kept ? batch : [])
  // what could not be written is asked for again
  if (stored) log.reached(answer.upTo)
}
