import { getHome, getStudy } from '@/contracts/learn'
import { completeLesson, getLesson } from '@/contracts/lesson'
import { dealPaper, getResult, submitPaper } from '@/contracts/quiz'
import { type CallInput, call } from './transport/call'

/** Study: the calls of the `learn` function. Submissions go through the outbox, which calls the last two. */
export const learn = {
  home: () => call(getHome, {}),
  study: () => call(getStudy, {}),
  deal: (quizId: string) => call(dealPaper, { quizId }),
  result: (attemptId: string) => call(getResult, { attemptId }),
  lesson: (lessonId: string) => call(getLesson, { lessonId }),
  submit: (input: CallInput<typeof submitPaper>) => call(submitPaper, input),
  complete: (input: CallInput<typeof completeLesson>) => call(completeLesson, input),
}
