import { getHome, getStudy } from '@/contracts/learn'
import { completeLesson, getLesson, getMedia } from '@/contracts/lesson'
import { dealPaper, getResult, keepDraft, listAttempts, submitPaper } from '@/contracts/quiz'
import { type CallInput, call } from './transport/call'

/** Study: the calls of the `learn` function. Submissions go through the outbox, which calls the last two. */
export const learn = {
  home: () => call(getHome, {}),
  study: () => call(getStudy, {}),
  /** `along`: a new paper is sealed, to be answered without a network. */
  deal: (quizId: string, along = false) => call(dealPaper, along ? { quizId, along } : { quizId }),
  /** Goes on with the paper that is open at the server, and deals no other. */
  resume: (quizId: string) => call(dealPaper, { quizId, resume: true }),
  keepDraft: (input: CallInput<typeof keepDraft>) => call(keepDraft, input),
  attempts: (before: number | null) => call(listAttempts, { before }),
  result: (attemptId: string) => call(getResult, { attemptId }),
  lesson: (lessonId: string) => call(getLesson, { lessonId }),
  media: (input: CallInput<typeof getMedia>) => call(getMedia, input),
  submit: (input: CallInput<typeof submitPaper>) => call(submitPaper, input),
  complete: (input: CallInput<typeof completeLesson>) => call(completeLesson, input),
}
