import { getQuizForMaker as contract } from '@/contracts/plan'
import { implement } from '../_kit/action'
import { joined, managedQuiz } from './managed'
import { deskOf } from './quiz-desk'

/** A published quiz with its keys: who makes it must see what they publish, and correct it. */
export const getQuizForMaker = implement(contract, {
  ...managedQuiz,
  async handle({ now, found, refuse }) {
    const { row: quiz, org } = joined(found.quiz)
    if (quiz.withdrawn) return refuse('NOT_FOUND')
    return {
      ...(await deskOf(quiz, org, now)),
      questions: quiz.questions.map((question) => ({
        id: question.id,
        kind: question.kind,
        stem: question.stem,
        options: question.options,
        key: question.key,
        accepted: question.accepted,
        explanation: question.explanation,
        source: { document: question.source.document, article: question.source.article },
        difficulty: question.difficulty,
      })),
    }
  },
})
