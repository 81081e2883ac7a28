import * as v from 'valibot'
import { defineAction } from './action'
import { AttemptId, Chosen, Count, Id, Instant, SourceRef } from './common'

/** 单选 · 多选 · 判断 · 填空 */
export const QuestionKind = v.picklist(['single', 'multiple', 'judge', 'fill'])
export type QuestionKind = v.InferOutput<typeof QuestionKind>

/**
 * 考试 exam: counted, a number of attempts, mostly a time limit. 练习 practice: up to 99 papers, no time limit, counts in no figure.
 * 每日一答 daily: a series with one short paper a day; the whole series is one activity in the figures, so nobody is made to come every day.
 */
export const QuizMode = v.picklist(['exam', 'practice', 'daily'])
export type QuizMode = v.InferOutput<typeof QuizMode>

/** What a part of the right options earns, when none is wrong: 漏选 nothing · half the points · in proportion. A wrong option earns nothing. */
export const PartialRule = v.picklist(['none', 'half', 'proportional'])
export type PartialRule = v.InferOutput<typeof PartialRule>

/**
 * When keys, explanations and sources are shown: with the result, after the quiz has closed, or never. It withholds this quiz's results and nothing
 * else: a question that also stands in the handbook is explained there, with its key, at any time. Whoever sets an exam that must not be looked up
 * takes questions that are not in the handbook.
 */
export const KeyRelease = v.picklist(['atOnce', 'afterClose', 'never'])
export type KeyRelease = v.InferOutput<typeof KeyRelease>

/** A question as it is shown before submission: it carries no key and nothing from which one could be told. */
export const PaperItem = v.strictObject({
  questionId: Id,
  kind: QuestionKind,
  /** Of a fill-in question with one gap, written ____. */
  stem: v.string(),
  /** In the order in which this paper shows them; an answer names them by index. None for fill. */
  options: v.array(v.string()),
  points: Count,
})
export type PaperItem = v.InferOutput<typeof PaperItem>

/** What a person writes into a gap. */
export const FillText = v.pipe(v.string(), v.maxLength(40))
export type FillText = v.InferOutput<typeof FillText>

/** An answer: shown indices, or for fill a text (and then nothing chosen). */
export const Answer = v.strictObject({ questionId: Id, chosen: Chosen, text: v.optional(FillText) })
export type Answer = v.InferOutput<typeof Answer>

/** An answer of a draft, with the instant (server's clock, as far as the phone knows it) of the tap: of two phones the later tap stands. */
export const DraftAnswer = v.strictObject({ ...Answer.entries, at: Instant })
export type DraftAnswer = v.InferOutput<typeof DraftAnswer>

/** What was answered so far, as kept by the server so that another phone can go on. */
export const Draft = v.strictObject({
  answers: v.pipe(v.array(DraftAnswer), v.maxLength(100)),
  /** Questions marked to look at later. */
  marked: v.pipe(v.array(Id), v.maxLength(100)),
  /** When a mark was last set or taken away (server's clock, as far as the phone knows it): the later marks stand. Not given: long ago. */
  markedAt: v.optional(Instant),
})
export type Draft = v.InferOutput<typeof Draft>

/** A dealt paper. */
export const Paper = v.strictObject({
  attemptId: AttemptId,
  quizId: Id,
  title: v.string(),
  mode: QuizMode,
  /** 1 for the first attempt; of a daily series the day of the series. */
  number: Count,
  /** Time for one paper, from its opening; 0: until the quiz closes. */
  minutes: Count,
  partial: PartialRule,
  dealtAt: Instant,
  /** The server's deadline for this attempt. Of a paper taken along: the end of the quiz (of a daily series: of the day); its minutes run from when it is opened. */
  deadlineAt: Instant,
  /** Until when a paper that was answered before its deadline without a network may arrive. */
  arriveBy: Instant,
  /** Whether it was taken along sealed: the phone shows nothing of it until it is opened. */
  along: v.boolean(),
  /** Of a paper taken along: when it was opened first, on whichever phone told of it; null: nobody has told of an opening. */
  openedAt: v.nullable(Instant),
  /** The server's clock when it answered: the phone counts down from the difference, not from its own clock. */
  now: Instant,
  draft: v.nullable(Draft),
  items: v.array(PaperItem),
})
export type Paper = v.InferOutput<typeof Paper>

/**
 * Deals a paper; while an attempt is open, deals that same attempt again, with what was kept of its draft. `along`: a new one is sealed, to be answered without
 * a network. `resume`: only goes on with an open attempt; when there is none any more, nothing is dealt and ATTEMPT_EXPIRED says so, for nobody's next paper
 * begins without their tap.
 */
export const dealPaper = defineAction({
  fn: 'learn',
  name: 'dealPaper',
  input: v.strictObject({ quizId: Id, along: v.optional(v.boolean()), resume: v.optional(v.boolean()) }),
  output: Paper,
  errors: ['NOT_FOUND', 'QUIZ_NOT_OPEN', 'QUIZ_CLOSED', 'NO_ATTEMPTS_LEFT', 'ATTEMPT_EXPIRED', 'WITHDRAWN'],
})

/**
 * Keeps the draft of an open attempt: joined with what is kept, question by question the later answer, and the later marks. `openedAt`: of a paper taken along,
 * when this phone opened it; the earliest that any phone says stands, and comes back, so that its minutes run out at the same instant everywhere. `deadlineAt`: the
 * paper's deadline by now, later than it was when its quiz was extended.
 */
export const keepDraft = defineAction({
  fn: 'learn',
  name: 'keepDraft',
  input: v.strictObject({ attemptId: AttemptId, draft: Draft, openedAt: v.optional(Instant) }),
  output: v.strictObject({ draft: Draft, openedAt: v.nullable(Instant), deadlineAt: Instant }),
  errors: ['NOT_FOUND', 'ALREADY_SUBMITTED', 'ATTEMPT_EXPIRED'],
})

export const Verdict = v.picklist(['right', 'partial', 'wrong', 'blank'])
export type Verdict = v.InferOutput<typeof Verdict>

export const ResultItem = v.object({
  ...PaperItem.entries,
  chosen: Chosen,
  /** What was written; null when it is no fill-in question or was left empty. */
  text: v.nullable(v.string()),
  key: Chosen,
  /** What fills the gap, the usual form first; none for other kinds. */
  accepted: v.array(v.string()),
  verdict: Verdict,
  /** Points given, of `points`. */
  earned: Count,
  explanation: v.string(),
  source: SourceRef,
  /** 全员得分: the question was at fault; everybody is given its points, whatever they answered. Given only when so. */
  full: v.optional(v.literal(true)),
})
export type ResultItem = v.InferOutput<typeof ResultItem>

export const Result = v.object({
  attemptId: AttemptId,
  quizId: Id,
  title: v.string(),
  mode: QuizMode,
  number: Count,
  partial: PartialRule,
  /** When it counts as handed in. */
  submittedAt: Instant,
  /** When the server got it; later than `submittedAt` when it was answered without a network. */
  receivedAt: Instant,
  score: Count,
  maxScore: Count,
  passMark: Count,
  passed: v.boolean(),
  counts: v.object({ right: Count, partial: Count, wrong: Count, blank: Count }),
  /** How many more papers of this quiz could be dealt now, whichever attempt this is: 0 when it is over; of a daily series 0 once today's was dealt. */
  attemptsLeft: Count,
  /** Whether `items` are given, or from when on they will be (null: never). */
  released: v.variant('now', [
    v.object({ now: v.literal(true) }),
    v.object({ now: v.literal(false), at: v.nullable(Instant) }),
  ]),
  /** Empty until they are released. */
  items: v.array(ResultItem),
  /** Lessons that explain what was not right; at most 3. */
  lessons: v.array(v.object({ id: Id, title: v.string() })),
  /** What became of the marks by keys that were corrected after it was handed in; given only when there are such. */
  regraded: v.optional(
    v.object({
      /** Points by the keys that held when it came. */
      before: Count,
      /** It stays passed, since that was told, though by the newest keys the points are too few. */
      keptPass: v.boolean(),
      /** When the last of them was corrected. */
      at: Instant,
      /** Which questions, by their place on this paper, and why; empty until the keys are shown. */
      questions: v.array(v.object({ number: Count, reason: v.string(), at: Instant, full: v.boolean() })),
    }),
  ),
  /**
   * Another paper of the same attempt that came later, from another phone: kept, not counted. The latest one when there are several. Its marks are given with the
   * keys: before that they would tell, paper by paper, which answer is right.
   */
  other: v.nullable(v.object({ receivedAt: Instant, answeredAt: Instant, score: v.nullable(Count) })),
})
export type Result = v.InferOutput<typeof Result>

/**
 * Hands in a paper. The same attempt always gets the same marks, however often it is sent; a different paper of the same attempt (another
 * phone) is kept beside the first and named in `other`. `openedAt` and `answeredAt` are the phone's claims (its clock, corrected by what it knows
 * of the server's): with them a paper answered in time without a network may arrive until `arriveBy`; both times are kept.
 * `draft`: the phone hands in by itself because the time is over, with the instants of its taps. Such a paper is joined with the draft that was kept of
 * another phone, so that an older phone's half does not stand for a fuller one; a paper that a person hands in is taken as it is.
 * WITHDRAWN: the paper was kept, but that the caller took part was taken back before.
 */
export const submitPaper = defineAction({
  fn: 'learn',
  name: 'submitPaper',
  input: v.strictObject({
    attemptId: AttemptId,
    answers: v.pipe(v.array(Answer), v.maxLength(100)),
    openedAt: v.optional(Instant),
    answeredAt: v.optional(Instant),
    draft: v.optional(Draft),
  }),
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

/** The caller's own attempts, latest first, 20 at a time, and all that were dealt at the same instant as the last. `before`: the `dealtAt` of the last row seen. */
export const listAttempts = defineAction({
  fn: 'learn',
  name: 'listAttempts',
  input: v.strictObject({ before: v.nullable(Instant) }),
  output: v.strictObject({
    rows: v.array(
      v.strictObject({
        attemptId: AttemptId,
        quizId: Id,
        title: v.string(),
        mode: QuizMode,
        number: Count,
        dealtAt: Instant,
        /** `mayArrive`: its time is over, and a paper that was answered in time without a network may still come in. */
        state: v.picklist(['open', 'submitted', 'expired', 'mayArrive']),
        /** Until when it may; null in any other state. */
        arriveBy: v.nullable(Instant),
        submittedAt: v.nullable(Instant),
        /** null: not handed in, or its questions are not what they were. */
        score: v.nullable(Count),
        maxScore: Count,
        passed: v.nullable(v.boolean()),
      }),
    ),
    /** `before` of the next page; null: that was all. */
    next: v.nullable(Instant),
  }),
  errors: [],
})
