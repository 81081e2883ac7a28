import * as v from 'valibot'
import { defineAction } from './action'
import { AttemptId, Count, Id, Instant } from './common'
import { Track } from './lesson'
import { PartialRule, QuizMode } from './quiz'
import { OwnPart } from './themeday'

/** A quiz that is open, as lists show it to the caller. */
export const QuizRow = v.strictObject({
  id: Id,
  title: v.string(),
  mode: QuizMode,
  questions: Count,
  /** 0: no time limit for one paper. */
  minutes: Count,
  /** Given where the quiz says it, so that it is known before a paper is dealt. */
  partial: v.optional(PartialRule),
  closesAt: Instant,
  attemptsAllowed: Count,
  /** Of a daily series: days on which the caller took a paper. */
  attemptsUsed: Count,
  /** An attempt that was begun and can go on. */
  openAttemptId: v.nullable(AttemptId),
  /** The latest attempt when its time is over, nothing came of it, and a phone without a network may still send it, until when. Not given: there is none. */
  mayArrive: v.optional(v.strictObject({ attemptId: AttemptId, until: Instant })),
  /** The last submitted attempt. */
  lastAttemptId: v.nullable(AttemptId),
  /** Taken part: at least one attempt submitted in time. */
  taken: v.boolean(),
  /** Of a daily series: whether today's paper was handed in; null for the others. */
  today: v.nullable(v.boolean()),
})
export type QuizRow = v.InferOutput<typeof QuizRow>

/** A lesson as lists show it to the caller. */
export const LessonRow = v.strictObject({
  id: Id,
  title: v.string(),
  track: Track,
  minutes: Count,
  completed: v.boolean(),
})
export type LessonRow = v.InferOutput<typeof LessonRow>

/** What is due for the caller and what they have done this month: the home page in one call. */
export const getHome = defineAction({
  fn: 'learn',
  name: 'getHome',
  input: v.strictObject({}),
  output: v.strictObject({
    now: Instant,
    person: v.strictObject({ id: Id, name: v.string(), mobile: v.boolean() }),
    org: v.strictObject({ id: Id, name: v.string() }),
    /** The organisation whose figures the caller may see, when there is one. */
    desk: v.nullable(
      v.strictObject({
        orgId: Id,
        orgName: v.string(),
        role: v.picklist(['secretary', 'organiser', 'inspector', 'administrator']),
      }),
    ),
    /** Open ones; a practice is never due and is not listed here. */
    quizzes: v.array(QuizRow),
    /** Those not completed, required ones first, at most 6; then the one completed last. */
    lessons: v.array(LessonRow),
    /** How many published lessons the caller has not completed. */
    lessonsLeft: Count,
    /** Those of today and the next seven days, of the last day, and of the last two days those in which the caller can still take part. */
    themeDays: v.array(
      v.strictObject({
        id: Id,
        title: v.string(),
        place: v.string(),
        startsAt: Instant,
        endsAt: Instant,
        status: v.picklist(['planned', 'open', 'closed']),
        /** The caller's part in it, as the list of theme days says it. */
        mine: OwnPart,
        /** Called off; its status is `closed` then. Left out: it is not. */
        cancelled: v.optional(v.literal(true)),
        /** Whether the caller may open, show and close its check-in. */
        canManage: v.boolean(),
        /** The caller may take part from afar, with a short reflection. */
        remote: v.boolean(),
      }),
    ),
    /** How many reminders the caller has not read; counted up to 100. */
    unread: Count,
    /** The caller's own participations in the current month. */
    month: v.strictObject({ month: v.string(), quizzes: Count, lessons: Count, themeDays: Count }),
  }),
  errors: [],
})

/** Everything to study (学习): quizzes that are open or open soon, practices, all lessons, the handbook. In one call. */
export const getStudy = defineAction({
  fn: 'learn',
  name: 'getStudy',
  input: v.strictObject({}),
  output: v.strictObject({
    now: Instant,
    /** Open ones of every mode, soonest to close first; at most 20. */
    quizzes: v.array(QuizRow),
    /** Those that open within 30 days; at most 10. */
    coming: v.array(v.strictObject({ id: Id, title: v.string(), mode: QuizMode, opensAt: Instant })),
    /** All published ones, at most 200, newest first. */
    lessons: v.array(
      v.strictObject({
        ...LessonRow.entries,
        publishedAt: Instant,
        /** What it has besides text. */
        media: v.array(v.picklist(['picture', 'slides', 'audio', 'video'])),
      }),
    ),
    handbook: v.strictObject({ questions: Count, documents: Count }),
  }),
  errors: [],
})
