import * as v from 'valibot'
import { defineAction } from './action'
import { Count, Id, Instant, SourceRef } from './common'
import { QuestionKind } from './quiz'

/**
 * A question of the handbook (百题手册). The handbook is study material that everyone may read whole, so it carries keys; a quiz's paper never does
 * and shuffles its own options.
 */
export const HandbookItem = v.strictObject({
  id: Id,
  kind: QuestionKind,
  stem: v.string(),
  options: v.array(v.string()),
  key: v.array(Count),
  accepted: v.array(v.string()),
  explanation: v.string(),
  source: SourceRef,
  tags: v.array(v.string()),
  difficulty: v.picklist([1, 2, 3]),
})
export type HandbookItem = v.InferOutput<typeof HandbookItem>

/** The items of one document. */
export const Chapter = v.strictObject({
  /** Of the document. */
  id: Id,
  title: v.string(),
  order: Count,
  /** Rises when an item changes. */
  version: Count,
  items: v.array(HandbookItem),
})
export type Chapter = v.InferOutput<typeof Chapter>

/** A lesson that explains questions of the handbook. */
export const HandbookLesson = v.strictObject({ id: Id, title: v.string(), questions: v.array(Id) })
export type HandbookLesson = v.InferOutput<typeof HandbookLesson>

/** A chapter as the phone has it. */
const ChapterVersion = v.strictObject({
  id: Id,
  version: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e9)),
})

/** How much of a chapter the phone has read: its first `items`. */
export const BegunChapter = v.strictObject({
  ...ChapterVersion.entries,
  items: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e6)),
})
export type BegunChapter = v.InferOutput<typeof BegunChapter>

/**
 * The handbook: chapters that the phone does not have in their present version, and which there are. As many as one answer holds; when `more`, the phone
 * asks again with what it has by then. A chapter that no answer holds comes in parts, one an answer: the phone says with `begun` how much it has of it.
 */
export const getHandbook = defineAction({
  fn: 'learn',
  name: 'getHandbook',
  input: v.strictObject({
    have: v.pipe(v.array(ChapterVersion), v.maxLength(60)),
    begun: v.optional(v.nullable(BegunChapter), null),
  }),
  output: v.strictObject({
    /** All chapters there are, in order; those no longer listed are dropped by the phone. */
    chapters: v.array(v.strictObject({ id: Id, version: Count })),
    changed: v.array(Chapter),
    /** Some items of a chapter: those from the place `from` on, of `count` in all; null: no part of a chapter is in this answer. */
    part: v.nullable(v.strictObject({ ...Chapter.entries, from: Count, count: Count })),
    more: v.boolean(),
    /** Published lessons for the caller that explain questions of it. */
    lessons: v.array(HandbookLesson),
  }),
  errors: [],
})

/** How an item went when it was practised: forgotten or wrong, right but unsure, right. ts-fsrs's Again, Hard, Good. */
export const ReviewGrade = v.picklist(['again', 'hard', 'good'])
export type ReviewGrade = v.InferOutput<typeof ReviewGrade>

/** One answer to one item while practising. The schedule, the wrong-answer book and mastery are derived from these. */
export const Review = v.strictObject({ questionId: Id, at: Instant, grade: ReviewGrade })
export type Review = v.InferOutput<typeof Review>

/** Up to where a phone has read what all phones of its person sent; it gives back what it was given. */
export const ReviewCursor = v.strictObject({
  since: Instant,
  at: Instant,
  batch: v.pipe(v.string(), v.regex(/^[a-z0-9-]{0,40}$/)),
})
export type ReviewCursor = v.InferOutput<typeof ReviewCursor>

/**
 * Keeps reviews made on this phone and gives those of all the person's phones. A batch has a key chosen by the phone: sent again it is kept once. A review
 * from the future (a phone's clock that is ahead) is kept as of now.
 * `after`: the `upTo` of the last answer; null begins anew. What the phone has already may come again: a review is its question and instant.
 */
export const syncReviews = defineAction({
  fn: 'learn',
  name: 'syncReviews',
  input: v.strictObject({
    batch: v.nullable(
      v.strictObject({
        key: v.pipe(v.string(), v.regex(/^[a-z0-9-]{8,40}$/)),
        reviews: v.pipe(v.array(Review), v.minLength(1), v.maxLength(200)),
      }),
    ),
    after: v.nullable(ReviewCursor),
  }),
  output: v.strictObject({
    /** The batch as it was kept, when that is not as it was sent: the phone replaces its own. */
    kept: v.nullable(v.array(Review)),
    /** At most 2,000; there are more when `more`. */
    reviews: v.array(Review),
    upTo: ReviewCursor,
    more: v.boolean(),
  }),
  errors: [],
})
