import * as v from 'valibot'
import { defineAction } from './action'
import { Count, Id, Instant, SourceRef } from './common'
import { Category } from './identity'
import { JobId } from './jobs'
import { OrderKey } from './organise'
import { FillText, QuestionKind, QuizMode } from './quiz'

/** A number that may be missing: too few answers, or nothing differs. */
const Known = v.nullable(v.number())

/**
 * How a key is corrected: another set of options (of a choice of one each of them is then right by itself), other texts for a gap, or 全员得分: the question was at fault
 * and everybody who was dealt it gets its points. Options are named in the order in which the quiz keeps them.
 */
export const KeyChange = v.variant('to', [
  v.strictObject({
    to: v.literal('key'),
    key: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(7))), v.minLength(1), v.maxLength(8)),
  }),
  v.strictObject({ to: v.literal('accepted'), accepted: v.pipe(v.array(FillText), v.minLength(1), v.maxLength(20)) }),
  v.strictObject({ to: v.literal('full') }),
])
export type KeyChange = v.InferOutput<typeof KeyChange>

/** What a key says: right options in the stored order, or texts that fill the gap; or that everybody is given the points. */
export const Key = v.strictObject({
  options: v.array(Count),
  accepted: v.array(v.string()),
  full: v.boolean(),
})
export type Key = v.InferOutput<typeof Key>

/** What a correction does to the papers that were handed in. */
export const Impact = v.strictObject({
  papers: Count,
  /** Of these: with the question on them. */
  touched: Count,
  rise: Count,
  fall: Count,
  /** Not passed before, and now passed. */
  nowPass: Count,
  /** Below the pass mark by the new key, but passed when it was told: that stays. */
  keptPass: Count,
})
export type Impact = v.InferOutput<typeof Impact>

/** What those who chose something did: how many, and what they earned on the rest of their papers, as a fraction. */
const Chosen = v.strictObject({ count: Count, rest: Known })

/** What item analysis says of one question. Fractions; null: too few answers, or it cannot be worked out. */
export const AnalysedItem = v.strictObject({
  questionId: Id,
  /** Its place in the quiz, from 1: papers are shuffled, so it is nobody’s 第几题. */
  number: Count,
  kind: QuestionKind,
  stem: v.string(),
  source: SourceRef,
  answers: Count,
  facility: Known,
  standardDeviation: Known,
  discrimination: Known,
  efficiency: Known,
  guess: Known,
  intendedWeight: Known,
  effectiveWeight: Known,
  /** null: not for the viewer before the keys are out. */
  detail: v.nullable(
    v.strictObject({
      options: v.array(v.strictObject({ text: v.string(), isKey: v.boolean(), ...Chosen.entries })),
      blank: Chosen,
      accepted: v.array(v.string()),
      /** What was often written and is not accepted; only what five or more wrote. */
      texts: v.array(v.strictObject({ text: v.string(), count: Count })),
      /** Everybody is given the points. */
      full: v.boolean(),
    }),
  ),
})
export type AnalysedItem = v.InferOutput<typeof AnalysedItem>

const aboutQuestion = { questionId: Id, answers: Count }

/** Something that should be looked at, the most serious first. What it rests on is given, so that it can be said in words. */
export const Finding = v.variant('finding', [
  /** A wrong option was chosen by those who are clearly better on the rest of the paper than those who chose the key. */
  v.strictObject({
    finding: v.literal('keySuspect'),
    ...aboutQuestion,
    option: Count,
    chose: Count,
    rest: v.number(),
    choseKey: Count,
    restOfKey: Known,
  }),
  /** Many wrote the same text, and it is not accepted. */
  v.strictObject({ finding: v.literal('textSuspect'), ...aboutQuestion, text: v.string(), wrote: Count }),
  /** Who is right here is worse on the rest. */
  v.strictObject({ finding: v.literal('negative'), ...aboutQuestion, discrimination: v.number() }),
  /** Less than guessing would earn. */
  v.strictObject({ finding: v.literal('belowGuess'), ...aboutQuestion, facility: v.number(), guess: v.number() }),
  /** Hardly anybody is right. */
  v.strictObject({ finding: v.literal('nobody'), ...aboutQuestion, facility: v.number() }),
  /** It hardly tells who knows. */
  v.strictObject({ finding: v.literal('weak'), ...aboutQuestion, discrimination: v.number() }),
])
export type Finding = v.InferOutput<typeof Finding>

/** Where an article is clearly less known than elsewhere: an organisation or a category with five or more branches that answered. */
export const LittleKnown = v.strictObject({
  source: SourceRef,
  where: v.variant('by', [
    v.strictObject({ by: v.literal('organisation'), id: Id, name: v.string() }),
    v.strictObject({ by: v.literal('category'), category: Category }),
  ]),
  facility: v.number(),
  elsewhere: v.number(),
  answers: Count,
  branches: Count,
})
export type LittleKnown = v.InferOutput<typeof LittleKnown>

/** The papers as a whole, in points; null: too few, or no differences. */
export const AnalysedTest = v.strictObject({
  mean: v.number(),
  median: v.number(),
  standardDeviation: Known,
  skewness: Known,
  kurtosis: Known,
  consistency: Known,
  errorRatio: Known,
  standardError: Known,
  /** Whether every paper had every question. */
  samePaper: v.boolean(),
})
export type AnalysedTest = v.InferOutput<typeof AnalysedTest>

export const Analysis = v.strictObject({
  quiz: v.strictObject({
    id: Id,
    title: v.string(),
    mode: QuizMode,
    /** Questions on a paper, and in the pool. */
    paper: Count,
    pool: Count,
    pointsEach: Count,
    passMark: Count,
    /** Rises with every correction of a key. */
    keyVersion: Count,
  }),
  /** Whose answers: the organisation asked about, or the quiz’s own when that is below it. */
  org: v.strictObject({ id: Id, name: v.string() }),
  /** Papers that arrived up to then; null: nothing has been worked out yet. */
  asOf: v.nullable(Instant),
  /** More papers have come since, or nothing has been worked out with the keys that hold now: `startAnalysis`. */
  stale: v.boolean(),
  mayCorrect: v.boolean(),
  /** Of each person the first paper that arrived; of a daily series all. */
  which: v.picklist(['first', 'all']),
  papers: Count,
  /** Papers of another length, left out. */
  unlike: Count,
  /** Fewer than five papers: nothing is shown, since it would tell who answered what. */
  tooFew: v.boolean(),
  test: v.nullable(AnalysedTest),
  /** How many papers have how much of the points: ten bins of a tenth each, the last with the full points. */
  spread: v.array(Count),
  items: v.array(AnalysedItem),
  /** By article, the least known first; those with twenty answers or more. */
  articles: v.array(v.strictObject({ source: SourceRef, answers: Count, facility: v.number() })),
  littleKnown: v.array(LittleKnown),
  findings: v.array(Finding),
  /** Keys that were corrected, latest first. */
  corrections: v.array(
    v.strictObject({
      correctionId: Id,
      questionId: Id,
      number: Count,
      reason: v.string(),
      at: Instant,
      impact: Impact,
      full: v.boolean(),
    }),
  ),
})
export type Analysis = v.InferOutput<typeof Analysis>

/** Item analysis of a quiz, of the answers from one organisation’s subtree, as it was last worked out with the keys that hold now. */
export const getAnalysis = defineAction({
  fn: 'jobs',
  name: 'getAnalysis',
  input: v.strictObject({ quizId: Id, orgId: Id }),
  output: Analysis,
  errors: ['NOT_FOUND'],
})

/** Works it out anew, as a job: `getJob` goes on with it. While nothing has come since, the same job is answered. */
export const startAnalysis = defineAction({
  fn: 'jobs',
  name: 'startAnalysis',
  input: v.strictObject({ quizId: Id, orgId: Id }),
  output: v.strictObject({ jobId: JobId }),
  errors: ['NOT_FOUND'],
})

/** Why a key is corrected: read by everybody whose paper has the question. */
export const KeyReason = v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(100))

/**
 * Proposes another key for a question, and begins to find out what it would do to the papers: a job that changes nothing. `version`: the quiz’s `keyVersion` that was seen.
 * CHANGED_MEANWHILE: another key has been corrected since.
 */
export const proposeKey = defineAction({
  fn: 'jobs',
  name: 'proposeKey',
  input: v.strictObject({
    key: OrderKey,
    quizId: Id,
    questionId: Id,
    version: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000)),
    change: KeyChange,
    reason: KeyReason,
  }),
  output: v.strictObject({ correctionId: Id, jobId: JobId }),
  errors: [
    'NOT_FOUND',
    'KEY_DOES_NOT_FIT',
    'KEY_UNCHANGED',
    'KEY_USED',
    'CHANGED_MEANWHILE',
    'TEXT_REFUSED',
    'TOO_MUCH',
  ],
})

/** A correction that was proposed, and how far it is. */
export const Correction = v.strictObject({
  correctionId: Id,
  quizId: Id,
  questionId: Id,
  reason: v.string(),
  before: Key,
  after: Key,
  /** checking: what it would do is being found out · checked · applying · applied: it holds · outdated: another key was corrected meanwhile; propose it anew. */
  state: v.picklist(['checking', 'checked', 'applying', 'applied', 'outdated']),
  /** What it would do; once it holds, what it did. null while checking. */
  impact: v.nullable(Impact),
  /** The job that is on it; null when none is. */
  jobId: v.nullable(JobId),
})
export type Correction = v.InferOutput<typeof Correction>

export const getCorrection = defineAction({
  fn: 'jobs',
  name: 'getCorrection',
  input: v.strictObject({ correctionId: Id }),
  output: Correction,
  errors: ['NOT_FOUND'],
})

/**
 * Lets a proposed key hold: a job goes through all papers once more, and its last step changes the key, the history of keys and with them every result at once. By whoever
 * proposed it, after having seen what it does.
 */
export const applyKey = defineAction({
  fn: 'jobs',
  name: 'applyKey',
  input: v.strictObject({ correctionId: Id }),
  output: v.strictObject({ jobId: JobId }),
  errors: ['NOT_FOUND', 'CHANGED_MEANWHILE'],
})
