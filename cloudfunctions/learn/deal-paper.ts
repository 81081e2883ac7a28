import { randomInt } from 'node:crypto'
import { caseSentences } from '@/contracts/errors'
import { dealPaper as contract, type Draft, type Paper } from '@/contracts/quiz'
import { isAddressee } from '@/domain/people'
import {
  deadlineOf,
  dealPaper as deal,
  dealSeriesPaper,
  mayArriveUntil,
  nextAttempt,
  paperOf as paperFor,
  withDeadline,
} from '@/domain/quiz'
import { addAttempt, findAttempt, ownAttempts, ownerOf } from '../_data/attempts'
import type { AttemptDoc, QuizDoc, StoredDraft } from '../_data/documents'
import { factOf, standingFact } from '../_data/facts'
import { quizById } from '../_data/quizzes'
import { implement } from '../_kit/action'

/** Two database requests: the caller with quiz, attempts and an earlier fact, and the new attempt. */
export const dealPaper = implement(contract, {
  alongside: ({ quizId }, { openid }) => ({
    quiz: quizById(quizId),
    attempts: ownAttempts(openid, quizId),
    fact: factOf('quiz', quizId, openid),
  }),
  allow: ({ caller, found: { quiz }, refuse }) => isAddressee(caller, quiz[0]?.orgId ?? refuse('NOT_FOUND')),
  async handle({ caller, input, now, found, refuse }) {
    const quiz = found.quiz[0] ?? refuse('NOT_FOUND')
    // whose participation was taken back is told so before they answer another paper
    if ((await standingFact(found.fact))?.withdrawn) return refuse('WITHDRAWN')
    // the quiz may have been extended since they were dealt
    const attempts = found.attempts.map((attempt) => withDeadline(quiz, attempt))
    const next = nextAttempt(quiz, attempts, now)
    if (next.next === 'resume') return paperOf(quiz, next.attempt, now)
    if (input.resume) return refuse('ATTEMPT_EXPIRED')
    if (next.next === 'refuse') {
      const underWay = attempts.some((attempt) => mayArriveUntil(quiz, attempt, now) !== null)
      return refuse(next.code, '', next.code === 'NO_ATTEMPTS_LEFT' ? noneLeft(quiz.mode, underWay) : undefined)
    }

    const along = input.along ?? false
    // the papers of a series come from one seed, so that its questions go round
    const seed = (quiz.mode === 'daily' ? found.attempts[0]?.seed : undefined) ?? randomInt(2 ** 31)
    const { questions, deal: count } = quiz
    const attempt: AttemptDoc = {
      _id: `${quiz._id}.${caller.person._id}.${next.number}`,
      quizId: quiz._id,
      personId: caller.person._id,
      owner: ownerOf(quiz._id, caller.person._id),
      number: next.number,
      seed,
      dealtAt: now,
      deadlineAt: deadlineOf(quiz, now, along),
      dealt:
        quiz.mode === 'daily'
          ? dealSeriesPaper({ questions, deal: count, seed, number: next.number })
          : deal({ questions, deal: count, seed }),
      along,
      minutes: quiz.minutes,
      openedAt: null,
      draft: null,
      submission: null,
      others: [],
    }
    const added = await addAttempt(attempt)
    // another tap or another phone was faster: its paper is the paper
    const dealt = added === 'inserted' ? attempt : ((await findAttempt(attempt._id)) ?? refuse('BUSY'))
    return paperOf(quiz, dealt, now)
  },
})

/** What to do next, by mode; the code's own sentence is about an exam. */
function noneLeft(mode: QuizDoc['mode'], underWay: boolean): string | undefined {
  if (mode === 'practice') return caseSentences.practiceFull.say
  if (underWay) return caseSentences.stillUnderWay.say
  return mode === 'daily' ? caseSentences.dailyDone.say : undefined
}

const withoutRevision = ({ revision: _revision, ...draft }: StoredDraft): Draft => draft

const paperOf = (quiz: QuizDoc, attempt: AttemptDoc, now: number): Paper =>
  paperFor(quiz, attempt, attempt.draft && withoutRevision(attempt.draft), now)
