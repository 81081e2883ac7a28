import * as v from 'valibot'
import { defineAction } from './action'
import { Chosen, Count, Id, Instant, SourceRef } from './common'
import { QuestionKind } from './quiz'

/** 必修 · 基础 · 选修 */
export const Track = v.picklist(['required', 'basic', 'elective'])
export type Track = v.InferOutput<typeof Track>

/** From which second on which text is shown. */
export const Caption = v.strictObject({ at: v.pipe(v.number(), v.minValue(0)), text: v.string() })
export type Caption = v.InferOutput<typeof Caption>

/** A drawing: SVG text, small, so that it opens without a network with its lesson. */
const Drawing = { svg: v.string(), alt: v.string() }

/** A piece of a micro-lesson. Sound and film are asked for by `getMedia` when they are played. */
export const LessonBlock = v.variant('type', [
  v.strictObject({
    type: v.literal('text'),
    heading: v.string(),
    paragraphs: v.array(v.string()),
    source: SourceRef,
  }),
  v.strictObject({ type: v.literal('picture'), ...Drawing, caption: v.string() }),
  v.strictObject({
    type: v.literal('slides'),
    title: v.string(),
    slides: v.array(v.strictObject({ ...Drawing, text: v.string() })),
  }),
  v.strictObject({
    type: v.literal('audio'),
    title: v.string(),
    seconds: Count,
    bytes: Count,
    captions: v.array(Caption),
  }),
  v.strictObject({
    type: v.literal('video'),
    title: v.string(),
    poster: v.strictObject(Drawing),
    seconds: Count,
    bytes: Count,
    captions: v.array(Caption),
  }),
])
export type LessonBlock = v.InferOutput<typeof LessonBlock>

/** A micro-lesson with its check question, without the key. */
export const getLesson = defineAction({
  fn: 'learn',
  name: 'getLesson',
  input: v.strictObject({ lessonId: Id }),
  output: v.strictObject({
    id: Id,
    title: v.string(),
    track: Track,
    minutes: Count,
    blocks: v.array(LessonBlock),
    check: v.strictObject({ kind: QuestionKind, stem: v.string(), options: v.array(v.string()) }),
    /** Ids of the handbook's questions that it helps with, and the chapter in which most of them stand. */
    questions: v.array(Id),
    chapter: v.nullable(Id),
    completedAt: v.nullable(Instant),
    /** The caller's own note on it (学习笔记); an empty text: it was removed. */
    note: v.nullable(v.strictObject({ text: v.string(), updatedAt: Instant })),
    /** What to learn after it: a lesson that the caller has not completed, required ones first; null: none is left. */
    next: v.nullable(v.strictObject({ id: Id, title: v.string() })),
  }),
  errors: ['NOT_FOUND'],
})

/** A temporary address of the sound or film of a block, made for this call; good for an hour. */
export const getMedia = defineAction({
  fn: 'learn',
  name: 'getMedia',
  input: v.strictObject({
    lessonId: Id,
    /** Place of the block in the lesson. */
    block: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99)),
  }),
  output: v.strictObject({ url: v.string(), expiresAt: Instant }),
  errors: ['NOT_FOUND'],
})

/**
 * Answers a lesson's check question. The right answer completes the lesson; a wrong one may be tried again at once. That somebody went through the lesson to
 * its end is what the page asks, and nothing that a server could know: no step and no second watched is sent or kept.
 * `answeredAt`: when it was answered, by the server's clock as far as the phone knows it; so it counts if it comes in within seven days (cut to the time since the
 * publication). Both instants are kept. Left out: the arrival counts.
 */
export const completeLesson = defineAction({
  fn: 'learn',
  name: 'completeLesson',
  input: v.strictObject({ lessonId: Id, chosen: Chosen, answeredAt: v.optional(Instant) }),
  output: v.variant('correct', [
    v.object({ correct: v.literal(true), completedAt: Instant, explanation: v.string(), source: SourceRef }),
    /** Place of the block that helps; null: no block does more than others. */
    v.object({ correct: v.literal(false), helps: v.nullable(Count) }),
  ]),
  errors: ['NOT_FOUND', 'WITHDRAWN', 'NOT_MEMBER_THEN'],
})
