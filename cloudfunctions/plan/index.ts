import { serveActions } from '../_kit/run-action'
import { chooseQuestions } from './choose-questions'
import { closeQuiz } from './close-quiz'
import { discardQuizDraft } from './discard-quiz-draft'
import { draftQuiz } from './draft-quiz'
import { extendQuiz } from './extend-quiz'
import { getQuizBank } from './get-quiz-bank'
import { getQuizDraft } from './get-quiz-draft'
import { getQuizForMaker } from './get-quiz-for-maker'
import { listLessonsForDesk } from './list-lessons-for-desk'
import { listQuizzes } from './list-quizzes'
import { previewQuiz } from './preview-quiz'
import { publishLesson } from './publish-lesson'
import { publishQuiz } from './publish-quiz'
import { reopenQuiz } from './reopen-quiz'
import { scheduleLesson } from './schedule-lesson'
import { withdrawQuiz } from './withdraw-quiz'

export const main = serveActions('plan', [
  getQuizBank,
  listQuizzes,
  draftQuiz,
  chooseQuestions,
  getQuizDraft,
  discardQuizDraft,
  previewQuiz,
  publishQuiz,
  getQuizForMaker,
  withdrawQuiz,
  extendQuiz,
  closeQuiz,
  reopenQuiz,
  listLessonsForDesk,
  publishLesson,
  scheduleLesson,
])
