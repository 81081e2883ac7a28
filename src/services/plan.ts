import {
  chooseQuestions,
  closeQuiz,
  discardQuizDraft,
  draftQuiz,
  extendQuiz,
  getQuizBank,
  getQuizDraft,
  getQuizForMaker,
  listQuizzes,
  previewQuiz,
  publishQuiz,
  reopenQuiz,
  withdrawQuiz,
} from '@/contracts/plan'
import { cancelThemeDay, changeThemeDay, listPlannedDays, planThemeDays, restoreThemeDay } from '@/contracts/plan-days'
import { listLessonsForDesk, publishLesson, scheduleLesson } from '@/contracts/plan-lessons'
import { type CallInput, call } from './transport/call'

/** Organising: quizzes, lessons and theme days. The calls of `plan`, and those of `themeday` that plan. */
export const plan = {
  bank: (orgId: string) => call(getQuizBank, { orgId }),
  quizzes: (input: CallInput<typeof listQuizzes>) => call(listQuizzes, input),
  draft: (draftId: string) => call(getQuizDraft, { draftId }),
  saveDraft: (input: CallInput<typeof draftQuiz>) => call(draftQuiz, input),
  choose: (input: CallInput<typeof chooseQuestions>) => call(chooseQuestions, input),
  discard: (draftId: string) => call(discardQuizDraft, { draftId }),
  preview: (input: CallInput<typeof previewQuiz>) => call(previewQuiz, input),
  publish: (input: CallInput<typeof publishQuiz>) => call(publishQuiz, input),
  quiz: (quizId: string) => call(getQuizForMaker, { quizId }),
  withdraw: (quizId: string) => call(withdrawQuiz, { quizId }),
  extend: (input: CallInput<typeof extendQuiz>) => call(extendQuiz, input),
  close: (quizId: string) => call(closeQuiz, { quizId }),
  reopen: (quizId: string) => call(reopenQuiz, { quizId }),
  lessons: (orgId: string) => call(listLessonsForDesk, { orgId }),
  publishLesson: (input: CallInput<typeof publishLesson>) => call(publishLesson, input),
  scheduleLesson: (input: CallInput<typeof scheduleLesson>) => call(scheduleLesson, input),
  days: (orgId: string, year: number) => call(listPlannedDays, { orgId, year }),
  planDays: (input: CallInput<typeof planThemeDays>) => call(planThemeDays, input),
  changeDay: (input: CallInput<typeof changeThemeDay>) => call(changeThemeDay, input),
  cancelDay: (themeDayId: string, reason: string) => call(cancelThemeDay, { themeDayId, reason }),
  restoreDay: (themeDayId: string) => call(restoreThemeDay, { themeDayId }),
}
