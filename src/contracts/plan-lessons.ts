import * as v from 'valibot'
import { defineAction } from './action'
import { Chosen, Count, Id, Instant } from './common'
import { Track } from './lesson'
import { PlanKey } from './plan'

const text = (most: number) => v.pipe(v.string(), v.maxLength(most))
const SourceText = v.strictObject({ document: text(60), article: text(40) })

/** A section of a lesson that is written at the desk: text with its source. Drawings, sound and film come with prepared lessons. */
export const LessonSection = v.strictObject({
  heading: text(30),
  paragraphs: v.pipe(v.array(text(400)), v.minLength(1), v.maxLength(8)),
  source: SourceText,
})
export type LessonSection = v.InferOutput<typeof LessonSection>

/** Its check question: 单选, 多选 or 判断. */
export const LessonCheck = v.strictObject({
  kind: v.picklist(['single', 'multiple', 'judge']),
  stem: text(200),
  options: v.pipe(v.array(text(80)), v.maxLength(6)),
  key: Chosen,
  explanation: text(300),
  source: SourceText,
})
export type LessonCheck = v.InferOutput<typeof LessonCheck>

/** A lesson as the desk lists it. */
export const LessonDeskRow = v.strictObject({
  id: Id,
  title: v.string(),
  track: Track,
  minutes: Count,
  /** shelved: prepared, or taken back, and on no phone. */
  state: v.picklist(['shelved', 'scheduled', 'published']),
  /** null: on the shelf. */
  publishedAt: v.nullable(Instant),
  /** Members who have completed it, by the ledger, of those for whom it is. */
  people: Count,
  members: Count,
  /** Nobody has completed it: it can be put (back) on the shelf. */
  canWithdraw: v.boolean(),
})
export type LessonDeskRow = v.InferOutput<typeof LessonDeskRow>

/** The lessons of an organisation itself: on the shelf, scheduled, published; the latest first, at most 100. */
export const listLessonsForDesk = defineAction({
  fn: 'plan',
  name: 'listLessonsForDesk',
  input: v.strictObject({ orgId: Id }),
  output: v.strictObject({ now: Instant, orgName: v.string(), lessons: v.array(LessonDeskRow) }),
  errors: ['NOT_FOUND'],
})

/**
 * Publishes a lesson that is written here, at `publishedAt` (now, or later). Sent again with the same key it is the same lesson. LESSON_INCOMPLETE: a section, its
 * source or the check question is not finished.
 */
export const publishLesson = defineAction({
  fn: 'plan',
  name: 'publishLesson',
  input: v.strictObject({
    key: PlanKey,
    orgId: Id,
    title: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(30)),
    track: Track,
    sections: v.pipe(v.array(LessonSection), v.minLength(1), v.maxLength(8)),
    check: LessonCheck,
    /** null: at once. */
    publishedAt: v.nullable(Instant),
  }),
  output: LessonDeskRow,
  errors: ['NOT_FOUND', 'PLAN_TIMES', 'LESSON_INCOMPLETE', 'TEXT_REFUSED'],
})

/**
 * Publishes a lesson from the shelf, at once or later, changes when a scheduled one is published, or takes one back to the shelf as long as nobody has completed it
 * (LESSON_TAKEN). `was`: the time of publication that was seen.
 */
export const scheduleLesson = defineAction({
  fn: 'plan',
  name: 'scheduleLesson',
  input: v.strictObject({
    lessonId: Id,
    was: v.nullable(Instant),
    to: v.variant('type', [
      v.strictObject({ type: v.literal('now') }),
      v.strictObject({ type: v.literal('at'), at: Instant }),
      v.strictObject({ type: v.literal('shelf') }),
    ]),
  }),
  output: LessonDeskRow,
  errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'PLAN_TIMES', 'LESSON_TAKEN'],
})
