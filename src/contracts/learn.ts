import * as v from 'valibot'
import { defineAction } from './action'
import { AttemptId, Chosen, Count, Id, Instant, SourceRef } from './common'

export const QuestionKind = v.picklist(['single', 'multiple', 'judge'])
export type QuestionKind = v.InferOutput<typeof QuestionKind>

export const Track = v.picklist(['required', 'basic', 'elective'])
export type Track = v.InferOutput<typeof Track>

/** A question as it is shown before submission: it carries no key and nothing from which one could be told. */
export const PaperItem = v.strictObject({
  questionId: Id,
  kind: QuestionKind,
  stem: v.string(),
  /** In the order in which this paper shows them; an answer names them by index. */
  options: v.array(v.string()),
  points: Count,
})
export type PaperItem = v.InferOutput<typeof PaperItem>

/** A dealt paper. */
export const Paper = v.strictObject({
  attemptId: AttemptId,
  quizId: Id,
  title: v.string(),
  /** 1 for the first attempt. */
  number: Count,
  dealtAt: Instant,
  /** The server's deadline for this attempt. */
  deadlineAt: Instant,
  /** The server's clock when it answered: the phone counts down from the difference, not from its own clock. */
  now: Instant,
  items: v.array(PaperItem),
})
export type Paper = v.InferOutput<typeof Paper>

/** Deals a paper; while an attempt is open, deals that same attempt again. */
export const dealPaper = defineAction({
  fn: 'learn',
  name: 'dealPaper',
  input: v.strictObject({ quizId: Id }),
  output: Paper,
  errors: ['NOT_FOUND', 'QUIZ_NOT_OPEN', 'QUIZ_CLOSED', 'NO_ATTEMPTS_LEFT', 'WITHDRAWN'],
})

export const Verdict = v.picklist(['right', 'partial', 'wrong', 'blank'])
export type Verdict = v.InferOutput<typeof Verdict>

export const ResultItem = v.object({
  ...PaperItem.entries,
  chosen: Chosen,
  key: Chosen,
  verdict: Verdict,
  /** Points given, of `points`. */
  earned: Count,
  explanation: v.string(),
  source: SourceRef,
})
export type ResultItem = v.InferOutput<typeof ResultItem>

export const Result = v.object({
  attemptId: AttemptId,
  quizId: Id,
  title: v.string(),
  number: Count,
  submittedAt: Instant,
  score: Count,
  maxScore: Count,
  passMark: Count,
  passed: v.boolean(),
  counts: v.object({ right: Count, partial: Count, wrong: Count, blank: Count }),
  attemptsLeft: Count,
  items: v.array(ResultItem),
})
export type Result = v.InferOutput<typeof Result>

export const Answer = v.strictObject({ questionId: Id, chosen: Chosen })
export type Answer = v.InferOutput<typeof Answer>

/**
 * Hands in a paper. The same attempt always gets the same answer, however often it is sent and with whatever answers.
 * WITHDRAWN: the paper was kept, but that the caller took part was taken back before.
 */
export const submitPaper = defineAction({
  fn: 'learn',
  name: 'submitPaper',
  input: v.strictObject({ attemptId: AttemptId, answers: v.pipe(v.array(Answer), v.maxLength(100)) }),
  output: Result,
  errors: ['NOT_FOUND', 'QUIZ_CLOSED', 'ATTEMPT_EXPIRED', 'ANSWERS_DO_NOT_FIT', 'WITHDRAWN', 'NOT_MEMBER_THEN'],
})

/** The result of an attempt that was submitted. */
export const getResult = defineAction({
  fn: 'learn',
  name: 'getResult',
  input: v.strictObject({ attemptId: AttemptId }),
  output: Result,
  errors: ['NOT_FOUND', 'NOT_SUBMITTED'],
})

export const LessonSection = v.strictObject({
  heading: v.string(),
  paragraphs: v.array(v.string()),
  source: SourceRef,
})
export type LessonSection = v.InferOutput<typeof LessonSection>

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
    sections: v.array(LessonSection),
    check: v.strictObject({ kind: QuestionKind, stem: v.string(), options: v.array(v.string()) }),
    completedAt: v.nullable(Instant),
  }),
  errors: ['NOT_FOUND'],
})

/** Answers a lesson's check question. The right answer completes the lesson; a wrong one may be tried again at once. */
export const completeLesson = defineAction({
  fn: 'learn',
  name: 'completeLesson',
  input: v.strictObject({ lessonId: Id, chosen: Chosen }),
  output: v.variant('correct', [
    v.object({ correct: v.literal(true), completedAt: Instant, explanation: v.string(), source: SourceRef }),
    v.object({ correct: v.literal(false) }),
  ]),
  errors: ['NOT_FOUND', 'WITHDRAWN', 'NOT_MEMBER_THEN'],
})

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
    quizzes: v.array(
      v.strictObject({
        id: Id,
        title: v.string(),
        questions: Count,
        minutes: Count,
        closesAt: Instant,
        attemptsAllowed: Count,
        attemptsUsed: Count,
        /** An attempt that was begun and can go on. */
        openAttemptId: v.nullable(AttemptId),
        /** The last submitted attempt. */
        lastAttemptId: v.nullable(AttemptId),
        /** Taken part: at least one attempt submitted in time. */
        taken: v.boolean(),
      }),
    ),
    lessons: v.array(
      v.strictObject({ id: Id, title: v.string(), track: Track, minutes: Count, completed: v.boolean() }),
    ),
    themeDays: v.array(
      v.strictObject({
        id: Id,
        title: v.string(),
        place: v.string(),
        startsAt: Instant,
        endsAt: Instant,
        status: v.picklist(['planned', 'open', 'closed']),
        checkedIn: v.boolean(),
      }),
    ),
    /** The caller's own participations in the current month. */
    month: v.strictObject({ month: v.string(), quizzes: Count, lessons: Count, themeDays: Count }),
  }),
  errors: [],
})
