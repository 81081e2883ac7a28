import { previewQuiz as contract } from '@/contracts/plan'
import { canMakeQuiz } from '@/domain/people'
import { deadlineOf, dealPaper, dealSeriesPaper, paperOf } from '@/domain/quiz'
import { quizWithOrg } from '../_data/quiz-desk'
import { draftWithOrg } from '../_data/quiz-drafts'
import { implement } from '../_kit/action'
import { questionsOf, quizOf } from './freeze'
import { joined } from './managed'

/** Two database requests: the caller with the draft or the quiz; a draft's questions. Nothing is kept: nobody has an attempt of it. */
export const previewQuiz = implement(contract, {
  alongside: ({ of }) => ({
    draft: draftWithOrg(of.type === 'draft' ? of.draftId : ''),
    quiz: quizWithOrg(of.type === 'quiz' ? of.quizId : ''),
  }),
  allow: ({ caller, input: { of }, found }) =>
    canMakeQuiz(caller, (of.type === 'draft' ? joined(found.draft) : joined(found.quiz)).org.path),
  async handle({ input: { of, turn }, now, found, refuse }) {
    const quiz = await (async () => {
      if (of.type === 'quiz') return joined(found.quiz).row
      const { row, org } = joined(found.draft)
      return quizOf(row, await questionsOf(row), org, now)
    })()
    const { questions, deal } = quiz
    if (questions.length === 0) return refuse('QUIZ_INCOMPLETE', 'preview')
    // of a draft whose times are not set yet: as if it were open now
    const dealtAt = Math.max(now, quiz.opensAt)
    const attempt = {
      ...{ _id: `${quiz._id}.preview.1`, number: 1, along: false, openedAt: null, dealtAt },
      deadlineAt: Math.max(dealtAt, deadlineOf(quiz, dealtAt)),
      dealt:
        quiz.mode === 'daily'
          ? dealSeriesPaper({ questions, deal, seed: turn, number: 1 })
          : dealPaper({ questions, deal, seed: turn }),
    }
    return paperOf(quiz, attempt, null, now)
  },
})
