import * as v from 'valibot'
import { defineAction } from './action'
import { Count, Id, Instant } from './common'

/** Something written by a member: at most 2,500 characters can be checked by WeChat at once; here it is at most 1,500. */
const Writing = (least: number, most: number) => v.pipe(v.string(), v.trim(), v.minLength(least), v.maxLength(most))

/**
 * What became of a text: shown to those whom it is for, or waiting for a person to look at it. Neither is a judgement of what it says: WeChat's check
 * marks current politics as a matter of course, and here that means that a person reads it.
 */
export const WritingState = v.picklist(['shown', 'review', 'returned'])
export type WritingState = v.InferOutput<typeof WritingState>

/** The caller's own note on a lesson (学习笔记), for nobody else; an empty text removes it. TEXT_REFUSED: WeChat's check says no. */
export const keepNote = defineAction({
  fn: 'learn',
  name: 'keepNote',
  input: v.strictObject({ lessonId: Id, text: Writing(0, 1500) }),
  output: v.strictObject({ updatedAt: Instant }),
  errors: ['NOT_FOUND', 'TEXT_REFUSED'],
})

/** The caller's own notes, latest first; at most 100. */
export const listNotes = defineAction({
  fn: 'learn',
  name: 'listNotes',
  input: v.strictObject({}),
  output: v.strictObject({
    rows: v.array(v.strictObject({ lessonId: Id, title: v.string(), text: v.string(), updatedAt: Instant })),
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

/** Hands in a reflection (心得体会) to the caller's own branch; one for each lesson or theme day, written anew until it is accepted by time. Sent again it is the same one. */
export const submitReflection = defineAction({
  fn: 'learn',
  name: 'submitReflection',
  input: v.strictObject({ about: ReflectionAbout, text: Writing(10, 1500) }),
  output: Reflection,
  errors: ['NOT_FOUND', 'TEXT_REFUSED', 'NOT_MEMBER_THEN'],
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

/** Shows a reflection that waited, or returns it to its writer with a reason. */
export const judgeReflection = defineAction({
  fn: 'learn',
  name: 'judgeReflection',
  input: v.strictObject({
    id: v.pipe(v.string(), v.regex(/^(lesson|themeday)\.[a-z0-9][a-z0-9_-]{0,47}\.[a-z0-9][a-z0-9_-]{0,47}$/)),
    /** The text that was judged, by when it was written: one that was written anew since is not judged unseen. */
    writtenAt: Instant,
    verdict: v.variant('show', [
      v.strictObject({ show: v.literal(true) }),
      v.strictObject({ show: v.literal(false), reason: Writing(2, 100) }),
    ]),
  }),
  output: v.strictObject({ state: WritingState }),
  errors: ['NOT_FOUND', 'CHANGED_MEANWHILE'],
})
