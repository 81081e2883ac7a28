import * as v from 'valibot'
import { defineAction } from './action'
import { Count, Id, Instant } from './common'

/** Something written by a member. */
const Writing = (least: number, most: number) => v.pipe(v.string(), v.trim(), v.minLength(least), v.maxLength(most))

/**
 * What became of a text: shown to those whom it is for, or waiting for a person to look at it. Neither is a judgement of what it says: WeChat's check
 * marks current politics as a matter of course, and here that means that a person reads it.
 */
export const WritingState = v.picklist(['shown', 'review', 'returned'])
export type WritingState = v.InferOutput<typeof WritingState>

/**
 * Which phone wrote a text, and when by its clock, which rises with every change on that phone: what one phone sends keeps its order,
 * however often and late it arrives.
 */
export const Pen = v.strictObject({ phone: v.pipe(v.string(), v.regex(/^[a-z0-9]{8,32}$/)), at: Instant })
export type Pen = v.InferOutput<typeof Pen>

/** When the version was written on which a new one is built, as the server said it; null: the phone knew of none. */
const Base = v.nullable(Instant)

/**
 * The caller's own note on a lesson (学习笔记), for nobody else; an empty text removes it. What another phone wrote and this one has not seen is
 * kept beside it, so `text` says what the note is now. TEXT_REFUSED: WeChat's check says no. NOTE_TOO_LONG: both sides together.
 */
export const keepNote = defineAction({
  fn: 'learn',
  name: 'keepNote',
  input: v.strictObject({ lessonId: Id, text: Writing(0, 3000), pen: Pen, base: Base }),
  output: v.strictObject({ text: v.string(), updatedAt: Instant }),
  errors: ['NOT_FOUND', 'TEXT_REFUSED', 'NOTE_TOO_LONG'],
})

/**
 * The caller's own notes, latest first, 20 at a time, and all that were written at the same instant as the last. `before`: the `updatedAt` of the last row seen; null, or
 * left out: from the latest.
 */
export const listNotes = defineAction({
  fn: 'learn',
  name: 'listNotes',
  input: v.strictObject({ before: v.optional(v.nullable(Instant), null) }),
  output: v.strictObject({
    rows: v.array(v.strictObject({ lessonId: Id, title: v.string(), text: v.string(), updatedAt: Instant })),
    next: v.nullable(Instant),
  }),
  errors: [],
})

/** What a reflection is about. */
export const ReflectionAbout = v.strictObject({ kind: v.picklist(['lesson', 'themeday']), id: Id })
export type ReflectionAbout = v.InferOutput<typeof ReflectionAbout>

export const Reflection = v.strictObject({
  id: v.string(),
  about: ReflectionAbout,
  /** Of the lesson or theme day. */
  title: v.string(),
  text: v.string(),
  writtenAt: Instant,
  state: WritingState,
  /** Why it was returned, in the secretary's words. */
  returned: v.nullable(v.string()),
})
export type Reflection = v.InferOutput<typeof Reflection>

/**
 * Hands in a reflection (心得体会) to the caller's own branch; one for each lesson or theme day, which may be written anew and is then looked at anew. Sent
 * again it is the same one. CHANGED_MEANWHILE: another phone handed in a text that this one has not seen; which of them stands is the writer's choice.
 */
export const submitReflection = defineAction({
  fn: 'learn',
  name: 'submitReflection',
  input: v.strictObject({ about: ReflectionAbout, text: Writing(10, 1500), pen: Pen, base: Base }),
  output: Reflection,
  errors: ['NOT_FOUND', 'TEXT_REFUSED', 'CHANGED_MEANWHILE'],
})

/** The caller's own reflections, latest first; at most 100. */
export const listOwnReflections = defineAction({
  fn: 'learn',
  name: 'listOwnReflections',
  input: v.strictObject({}),
  output: v.strictObject({ rows: v.array(Reflection) }),
  errors: [],
})

/** The reflections of a branch, with names, for those responsible for it: those waiting first, then latest first; at most 50 a page. */
export const listReflections = defineAction({
  fn: 'learn',
  name: 'listReflections',
  input: v.strictObject({ orgId: Id, before: v.nullable(Instant) }),
  output: v.strictObject({
    orgName: v.string(),
    waiting: Count,
    rows: v.array(v.strictObject({ ...Reflection.entries, name: v.string() })),
    next: v.nullable(Instant),
  }),
  errors: ['NOT_FOUND'],
})

/**
 * Shows a reflection, or returns it to its writer with a reason; either may be done anew. Sent again by the same person it changes nothing. Nobody shows
 * their own that waits (FORBIDDEN, with a sentence). TEXT_REFUSED: the reason.
 */
export const judgeReflection = defineAction({
  fn: 'learn',
  name: 'judgeReflection',
  input: v.strictObject({
    id: v.pipe(v.string(), v.regex(/^(lesson|themeday)\.[a-z0-9][a-z0-9_-]{0,47}\.[a-z0-9][a-z0-9_-]{0,47}$/)),
    /** The text that was judged, by when it was written: one that was written anew since is not judged unseen. */
    writtenAt: Instant,
    /** The state that was seen: who looked at the same time and decided first is not overruled unseen. */
    was: WritingState,
    verdict: v.variant('show', [
      v.strictObject({ show: v.literal(true) }),
      v.strictObject({ show: v.literal(false), reason: Writing(2, 100) }),
    ]),
  }),
  output: v.strictObject({ state: WritingState }),
  errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'TEXT_REFUSED'],
})
