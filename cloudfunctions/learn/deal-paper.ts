import { randomInt } from 'node:crypto'
import { dealPaper as contract } from '@/contracts/quiz'
import { isAddressee } from '@/domain/people'
import { deadlineOf, dealPaper as deal, nextAttempt, showPaper } from '@/domain/quiz'
import { addAttempt, findAttempt, ownAttempts, ownerOf } from '../_data/attempts'
import type { AttemptDoc, QuizDoc } from '../_data/documents'
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
  async handle({ caller, now, found, refuse }) {
    const quiz = found.quiz[0] ?? refuse('NOT_FOUND')
    // whose participation was taken back is told so before they answer another paper
    if ((await standingFact(found.fact))?.withdrawn) return refuse('WITHDRAWN')
    const next = nextAttempt(quiz, found.attempts, now)
    if (next.next === 'refuse') return refuse(next.code)
    if (next.next === 'resume') return paperOf(quiz, next.attempt, now)

    const seed = randomInt(2 ** 31)
    const attempt: AttemptDoc = {
      _id: `${quiz._id}.${caller.person._id}.${next.number}`,
      quizId: quiz._id,
      personId: caller.person._id,
      owner: ownerOf(quiz._id, caller.person._id),
      number: next.number,
      seed,
      dealtAt: now,
      deadlineAt: deadlineOf(quiz, now),
      dealt: deal({ questions: quiz.questions, deal: quiz.deal, seed }),
      submission: null,
    }
    const added = await addAttempt(attempt)
    // another tap or another phone was faster: its paper is the paper
    const dealt = added === 'inserted' ? attempt : ((await findAttempt(attempt._id)) ?? refuse('BUSY'))
    return paperOf(quiz, dealt, now)
  },
})

const paperOf = (quiz: QuizDoc, attempt: AttemptDoc, now: number) => ({
  attemptId: attempt._id,
  quizId: quiz._id,
  title: quiz.title,
  number: attempt.number,
  dealtAt: attempt.dealtAt,
  deadlineAt: attempt.deadlineAt,
  now,
  items: showPaper(attempt.dealt, quiz.questions, quiz.pointsEach),
})
