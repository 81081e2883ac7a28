import type { InputOf } from '@/contracts/action'
import { submitPaper as contract } from '@/contracts/quiz'
import {
  answersOfDraft,
  type Claims,
  decideSubmission,
  isAnother,
  mergeDrafts,
  possibleClaims,
  withDeadline,
} from '@/domain/quiz'
import { attemptWithQuiz, keepOther, keepSubmission, latestNumber } from '../_data/attempts'
import type { Caller } from '../_data/callers'
import type { AttemptDoc, FactDoc, QuizDoc, StoredDraft, Submission } from '../_data/documents'
import { addOwnFact, factOf, moveFactAhead, standingFact } from '../_data/facts'
import { lessonsWithQuestions } from '../_data/lessons'
import { implement } from '../_kit/action'
import { refuse } from '../_kit/refusal'
import { gradeOf, resultOf } from './result-of'

/**
 * Three database requests: the caller with the attempt, its quiz and an earlier fact; the submission; the fact. The submission is kept first: a call
 * that dies between the two was not acknowledged, and its repeat records the fact, or else the timer does. A repeat finds both and answers
 * from them. A different paper of an attempt that has one is kept beside it, at two requests.
 */
export const submitPaper = implement(contract, {
  alongside: ({ attemptId }, { openid, now }) => ({
    attempt: attemptWithQuiz(attemptId),
    latest: latestNumber(attemptId),
    // an attempt's id begins with its quiz's
    fact: factOf('quiz', attemptId.split('.')[0] ?? '', openid),
    lessons: lessonsWithQuestions(now),
  }),
  // who was dealt a paper may hand it in, also after a transfer and with a new WeChat; nobody else may
  allow: ({ caller, found: { attempt } }) => attempt[0]?.personId === caller.person._id || refuse('NOT_FOUND'),
  async handle({ caller, input, now, found }) {
    const dealt = found.attempt[0] ?? refuse('NOT_FOUND')
    const quiz = dealt.quiz[0] ?? refuse('NOT_FOUND')
    const attempt = withDeadline(quiz, dealt)
    const claims = { openedAt: input.openedAt ?? null, answeredAt: input.answeredAt ?? null }
    const latest = found.latest[0]?.number ?? 0
    const decision = decideSubmission(quiz, attempt, claims, now)
    if (decision.submission === 'refuse') return refuse(decision.code)
    const { answers, draft } = paperOf(input, attempt, now)
    if (decision.submission === 'accept') {
      const submission = { at: decision.at, receivedAt: now, ...decision.claims, answers, ...toldBy(quiz) }
      gradeOf(quiz, attempt, submission)
      // when another phone was faster, the client sends again, and its paper is kept beside the first
      if (!(await keepSubmission(attempt._id, submission, attempt.draft, draft))) return refuse('BUSY')
      await recordTaking(caller, quiz, submission, found.fact, now, true)
      return resultOf(quiz, { ...attempt, submission }, found.lessons, latest, now)
    }
    const submission = attempt.submission ?? refuse('BUSY')
    const others = await othersWith(quiz, { ...attempt, submission }, answers, claims, now)
    await recordTaking(caller, quiz, submission, found.fact, now, false)
    return resultOf(quiz, { ...attempt, submission, others }, found.lessons, latest, now)
  },
})

/** By which keys the marks are told now: those of the quiz as it was read, whatever is corrected while this paper is being kept. */
const toldBy = ({ keyVersion = 0 }: QuizDoc) => (keyVersion > 0 ? { keyVersion } : {})

type Answers = InputOf<typeof contract>['answers']

/**
 * What the paper says. One that a phone handed in by itself when the time was over is joined with the draft that is kept: that of another phone may have gone
 * further. `draft`: what it was made from, kept with it so that a repeat, or the other phone, comes to the same paper.
 */
function paperOf(
  { answers, draft: sent }: InputOf<typeof contract>,
  { draft: kept, dealt }: AttemptDoc,
  now: number,
): { answers: Answers; draft: StoredDraft | null } {
  if (!sent) return { answers, draft: null }
  const { revision, ...before } = kept ?? { revision: 0, answers: [], marked: [] }
  const draft = mergeDrafts(before, sent, dealt, now)
  return { answers: answersOfDraft(draft), draft: { ...draft, revision: revision + 1 } }
}

/** The other papers of an attempt, with this one if it is another. */
async function othersWith(
  quiz: QuizDoc,
  attempt: AttemptDoc & { submission: Submission },
  answers: Answers,
  said: Claims,
  now: number,
): Promise<Submission[]> {
  const { _id, others, submission } = attempt
  if (!isAnother(answers, submission.answers, others)) return others
  const claims = possibleClaims(said, attempt, now)
  const at = Math.max(attempt.dealtAt, Math.min(claims.answeredAt ?? now, attempt.deadlineAt - 1))
  const other = { at, receivedAt: now, ...claims, answers }
  gradeOf(quiz, attempt, other)
  if (!(await keepOther(_id, others.length, other))) return refuse('BUSY')
  return [...others, other]
}

/**
 * Makes sure that there is the fact that the caller took part. A practice counts in no figure and has none; of a daily series, and of several attempts,
 * the fact is that of the first day on which one was answered, in whatever order they come in.
 * Refuses when the participation was taken back and this paper is `first` to come, or when the caller was no member then.
 */
async function recordTaking(
  caller: Caller,
  quiz: QuizDoc,
  { at }: Submission,
  found: readonly FactDoc[],
  now: number,
  first: boolean,
): Promise<void> {
  if (quiz.mode === 'practice') return
  const earlier = await standingFact(found)
  if (earlier?.withdrawn && first) return refuse('WITHDRAWN')
  if (earlier) {
    await moveFactAhead(caller, earlier, at, now)
    return
  }
  const fact = { kind: 'quiz' as const, activityId: quiz._id, occurredAt: at, recordedAt: now }
  if ((await addOwnFact(caller, fact)) === 'noMember') return refuse('NOT_MEMBER_THEN')
}
