import { caseSentences } from '@/contracts/errors'
import { extendQuiz as contract } from '@/contracts/plan'
import { extendRefusal } from '@/domain/quiz'
import { seriesDays } from '@/domain/quiz/making'
import { writeAudit } from '../_data/audit'
import { extend } from '../_data/quiz-desk'
import { implement } from '../_kit/action'
import { joined, managedQuiz } from './managed'
import { deskOf } from './quiz-desk'

export const extendQuiz = implement(contract, {
  ...managedQuiz,
  async handle({ caller, input, now, requestId, found, refuse }) {
    const { row: quiz, org } = joined(found.quiz)
    const { closesAt, was } = input
    if (quiz.withdrawn) return refuse('NOT_FOUND')
    // sent again: it ends then already
    if (quiz.closesAt === closesAt && was < closesAt) return deskOf(quiz, org, now)
    if (quiz.closesAt !== was) return refuse('CHANGED_MEANWHILE', 'closing', caseSentences.closingChanged.say)
    const no = extendRefusal(quiz, closesAt, now)
    if (no === 'keysOut') return refuse('KEYS_OUT')
    if (no !== null) {
      const { say } = no === 'tooLong' ? caseSentences.quizTooLong : caseSentences.notLater
      return refuse('PLAN_TIMES', no, say)
    }
    const isSeries = quiz.mode === 'daily'
    const attemptsAllowed = isSeries ? seriesDays(quiz.opensAt, closesAt) : quiz.attemptsAllowed
    if (!(await extend(quiz, { closesAt, attemptsAllowed }))) return refuse('BUSY')
    const line = { actor: caller.person._id, action: 'extendQuiz', object: quiz._id, at: now, requestId }
    await writeAudit({ _id: `${requestId}.extendQuiz`, ...line })
    return deskOf({ ...quiz, closesAt, attemptsAllowed, closedAt: null }, org, now)
  },
})
