import * as v from 'valibot'
import { defineAction } from './action'
import { Chosen, Count, Id, Instant, SourceRef } from './common'
import { KeyRelease, Paper, PartialRule, QuestionKind, QuizMode } from './quiz'

/** Of a draft, as the phone has seen it. */
const Revision = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000))

/** Of one order of a phone: the same order sent again is the same order. */
export const PlanKey = v.pipe(v.string(), v.regex(/^[a-z0-9-]{8,40}$/))

const within = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max))
const text = (most: number) => v.pipe(v.string(), v.maxLength(most))

/** 1 易 · 2 中 · 3 难 */
export const Difficulty = v.picklist([1, 2, 3])

/** How a quiz is held, as its maker says it. A draft may be unfinished; what must be right is looked at when it is published (domain/quiz/making/settings.ts). */
export const QuizSettings = v.strictObject({
  title: text(40),
  mode: QuizMode,
  opensAt: Instant,
  closesAt: Instant,
  /** Of an exam: for one paper; 0: until it closes. */
  minutes: within(0, 180),
  /** Of an exam: how many papers a member may be dealt. */
  attempts: within(1, 10),
  partial: PartialRule,
  release: KeyRelease,
  /** Within so many hours after its deadline a paper that was answered in time without a network may arrive. */
  graceHours: within(0, 72),
  /** How many questions each member is dealt; null: all of them, the same for everyone. */
  deal: v.nullable(within(1, 100)),
  /** To pass, in percent of the points. */
  passPercent: within(0, 100),
})
export type QuizSettings = v.InferOutput<typeof QuizSettings>

/** One line of the rule by which questions are chosen; null: whichever. */
export const RulePart = v.strictObject({
  chapter: v.nullable(Id),
  tag: v.nullable(Id),
  kind: v.nullable(QuestionKind),
  difficulty: v.nullable(Difficulty),
  count: within(1, 100),
})
export type RulePart = v.InferOutput<typeof RulePart>

/** A question that the maker wrote; it stays in this quiz. A draft's may be unfinished (domain/quiz/making/own-question.ts). */
export const OwnQuestion = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^own-[a-z0-9-]{1,40}$/)),
  kind: QuestionKind,
  stem: text(200),
  options: v.pipe(v.array(text(80)), v.maxLength(6)),
  key: Chosen,
  accepted: v.pipe(v.array(text(40)), v.maxLength(5)),
  explanation: text(300),
  source: v.strictObject({ document: text(60), article: text(40) }),
  difficulty: Difficulty,
})
export type OwnQuestion = v.InferOutput<typeof OwnQuestion>

/** Most questions that a rule asks for, and of one’s own: a draft is sent whole, in less than the 100 KB of a request. */
export const MOST_BY_RULE = 200
export const MOST_OWN = 20

const contentEntries = {
  settings: QuizSettings,
  parts: v.pipe(
    v.array(RulePart),
    v.maxLength(12),
    v.check((parts) => parts.reduce((sum, { count }) => sum + count, 0) <= MOST_BY_RULE, '题目太多'),
  ),
  own: v.pipe(
    v.array(OwnQuestion),
    v.maxLength(MOST_OWN),
    v.check((own) => new Set(own.map(({ id }) => id)).size === own.length, '题目重复'),
  ),
}

/** The questions that can be chosen from: the handbook's, without keys. */
export const getQuizBank = defineAction({
  fn: 'plan',
  name: 'getQuizBank',
  input: v.strictObject({ orgId: Id }),
  output: v.strictObject({
    orgName: v.string(),
    chapters: v.array(
      v.strictObject({
        id: Id,
        title: v.string(),
        questions: v.array(
          v.strictObject({
            id: Id,
            stem: v.string(),
            kind: QuestionKind,
            difficulty: Difficulty,
            tags: v.array(v.string()),
          }),
        ),
      }),
    ),
    /** Ids of those that the organisation's last quiz had. */
    recent: v.array(Id),
  }),
  errors: ['NOT_FOUND'],
})

const ChosenRow = v.strictObject({ questionId: Id, part: Count })

/** What a save answers: what the server made of the rule. */
const SavedDraft = v.strictObject({
  draftId: Id,
  revision: Count,
  updatedAt: Instant,
  chosen: v.array(ChosenRow),
  /** For each line of the rule, how many questions it lacks. */
  short: v.array(Count),
})

/**
 * Saves a draft: a new one by a key of the phone (sent again it is the same one), or one that is there, by the revision that the phone has seen. Where the
 * rule changed the questions are chosen anew, and those that still fit are kept. Only makers see it. CHANGED_MEANWHILE: somebody else, or another phone,
 * saved since; or it is published already.
 */
export const draftQuiz = defineAction({
  fn: 'plan',
  name: 'draftQuiz',
  input: v.union([
    v.strictObject({ key: PlanKey, orgId: Id, ...contentEntries }),
    v.strictObject({ draftId: Id, revision: Revision, ...contentEntries }),
  ]),
  output: SavedDraft,
  errors: ['NOT_FOUND', 'CHANGED_MEANWHILE'],
})

/** Chooses all questions of the rule anew, or exchanges one of them for another of the same line (NOTHING_ELSE: there is none). */
export const chooseQuestions = defineAction({
  fn: 'plan',
  name: 'chooseQuestions',
  input: v.strictObject({ draftId: Id, revision: Revision, exchange: v.nullable(Id) }),
  output: SavedDraft,
  errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NOTHING_ELSE'],
})

/** A question with its key, as its maker sees it. */
const MakerQuestion = v.strictObject({
  id: Id,
  kind: QuestionKind,
  stem: v.string(),
  options: v.array(v.string()),
  key: Chosen,
  accepted: v.array(v.string()),
  explanation: v.string(),
  source: SourceRef,
  difficulty: Difficulty,
})

/** A draft as its makers see it, with the keys of the questions that they wrote themselves. */
export const getQuizDraft = defineAction({
  fn: 'plan',
  name: 'getQuizDraft',
  input: v.strictObject({ draftId: Id }),
  output: v.strictObject({
    ...SavedDraft.entries,
    orgId: Id,
    orgName: v.string(),
    ...contentEntries,
    /** publishing: frozen, and its quiz may not be there yet; publishing again goes on. */
    state: v.picklist(['draft', 'publishing', 'published']),
    /** Of one that was published. */
    quizId: v.nullable(Id),
    updatedBy: v.string(),
  }),
  errors: ['NOT_FOUND'],
})

/** Removes a draft; sent again nothing happens. */
export const discardQuizDraft = defineAction({
  fn: 'plan',
  name: 'discardQuizDraft',
  input: v.strictObject({ draftId: Id }),
  output: v.strictObject({ draftId: Id }),
  errors: ['NOT_FOUND', 'CHANGED_MEANWHILE'],
})

/**
 * A paper exactly as a member would be dealt one, by the same rules and without an attempt: of a draft or of a published quiz, in another draw for each `turn`.
 * Without keys, as every paper. QUIZ_INCOMPLETE: there is no question yet.
 */
export const previewQuiz = defineAction({
  fn: 'plan',
  name: 'previewQuiz',
  input: v.strictObject({
    of: v.variant('type', [
      v.strictObject({ type: v.literal('draft'), draftId: Id }),
      v.strictObject({ type: v.literal('quiz'), quizId: Id }),
    ]),
    turn: within(0, 1_000_000),
  }),
  output: Paper,
  errors: ['NOT_FOUND', 'QUIZ_INCOMPLETE'],
})

/** A published quiz as the desk lists it. */
export const QuizDeskRow = v.strictObject({
  id: Id,
  title: v.string(),
  mode: QuizMode,
  orgId: Id,
  orgName: v.string(),
  opensAt: Instant,
  /** When papers end; of a daily series its last day. */
  closesAt: Instant,
  /** Closed by hand before: from then on no new paper is dealt. */
  closedAt: v.nullable(Instant),
  state: v.picklist(['notOpen', 'open', 'closed']),
  /** Questions of one paper, and of how many they are dealt. */
  questions: Count,
  pool: Count,
  /** Members who have taken part, by the ledger; null: a practice counts in no figure. */
  people: v.nullable(Count),
  /** Members for whom it is, today or when it closed. */
  members: Count,
})
export type QuizDeskRow = v.InferOutput<typeof QuizDeskRow>

const DraftRow = v.strictObject({
  draftId: Id,
  orgId: Id,
  title: v.string(),
  questions: Count,
  updatedAt: Instant,
  state: v.picklist(['draft', 'publishing']),
})

export const QuizCursor = v.strictObject({ closesAt: Instant, id: Id })
export type QuizCursor = v.InferOutput<typeof QuizCursor>

/**
 * The quizzes of an organisation and of those below it: with the first page its own drafts (at most 30), then what was published, the latest end first, 20 at a time.
 */
export const listQuizzes = defineAction({
  fn: 'plan',
  name: 'listQuizzes',
  input: v.strictObject({ orgId: Id, before: v.nullable(QuizCursor) }),
  output: v.strictObject({
    now: Instant,
    orgName: v.string(),
    drafts: v.array(DraftRow),
    quizzes: v.array(QuizDeskRow),
    next: v.nullable(QuizCursor),
  }),
  errors: ['NOT_FOUND'],
})

/** A published quiz with its keys, and what can be done with it now, for those who may make quizzes for it. */
export const QuizDesk = v.strictObject({
  now: Instant,
  row: QuizDeskRow,
  minutes: Count,
  /** Papers for each member; of a series its days. */
  attempts: Count,
  partial: PartialRule,
  release: KeyRelease,
  graceHours: Count,
  pointsEach: Count,
  passMark: Count,
  /** Nobody has begun: it can be taken back. */
  canWithdraw: v.boolean(),
  canExtend: v.boolean(),
  canClose: v.boolean(),
  /** Closed by hand a moment ago: until when that can be undone; null: there is nothing to undo. */
  reopenUntil: v.nullable(Instant),
})
export type QuizDesk = v.InferOutput<typeof QuizDesk>

const quizInput = v.strictObject({ quizId: Id })

export const getQuizForMaker = defineAction({
  fn: 'plan',
  name: 'getQuizForMaker',
  input: quizInput,
  output: v.strictObject({ ...QuizDesk.entries, questions: v.array(MakerQuestion) }),
  errors: ['NOT_FOUND'],
})

/**
 * Publishes a draft: freezes its questions and shows it to the members of its organisation from `opensAt` on. Sent again it is the same quiz.
 * QUIZ_INCOMPLETE says what is missing; TEXT_REFUSED: words that the makers wrote did not pass WeChat's check.
 */
export const publishQuiz = defineAction({
  fn: 'plan',
  name: 'publishQuiz',
  input: v.strictObject({ draftId: Id, revision: Revision }),
  output: QuizDesk,
  errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'QUIZ_INCOMPLETE', 'PLAN_TIMES', 'TEXT_REFUSED'],
})

/** Takes a published quiz back before anybody began (QUIZ_BEGUN): it is a draft again. A paper that was dealt in the very same moment stays good. */
export const withdrawQuiz = defineAction({
  fn: 'plan',
  name: 'withdrawQuiz',
  input: quizInput,
  output: v.strictObject({ draftId: v.nullable(Id) }),
  errors: ['NOT_FOUND', 'QUIZ_BEGUN'],
})

/**
 * Lets a quiz be open longer, also one that is over or was closed by hand; never shorter. `was`: the closing that the maker saw. Papers that end with it end later too.
 * KEYS_OUT: its keys were released since it closed.
 */
export const extendQuiz = defineAction({
  fn: 'plan',
  name: 'extendQuiz',
  input: v.strictObject({ quizId: Id, closesAt: Instant, was: Instant }),
  output: QuizDesk,
  errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'PLAN_TIMES', 'KEYS_OUT'],
})

/** Deals no new paper from now on. Who has one goes on to its deadline; keys that come after the close come when they would have. Undone by `reopenQuiz`. */
export const closeQuiz = defineAction({
  fn: 'plan',
  name: 'closeQuiz',
  input: quizInput,
  output: QuizDesk,
  errors: ['NOT_FOUND', 'QUIZ_NOT_OPEN'],
})

/** Undoes `closeQuiz`, until `reopenUntil`. Of an open one nothing changes. */
export const reopenQuiz = defineAction({
  fn: 'plan',
  name: 'reopenQuiz',
  input: quizInput,
  output: QuizDesk,
  errors: ['NOT_FOUND', 'TOO_LATE_TO_UNDO'],
})
