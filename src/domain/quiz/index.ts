export {
  arriveByOf,
  type Claims,
  decideSubmission,
  earliestOpening,
  mayArriveUntil,
  possibleClaims,
  SUBMIT_GRACE_MS,
  type SubmissionDecision,
} from './arrival'
export {
  type ChangeRefusal,
  closeRefusal,
  extendRefusal,
  QUIZ_UNDO_MS,
  quizReopenUntil,
} from './changing'
export { dealPaper } from './deal'
export { dealSeriesPaper } from './deal-series'
export { answersOfDraft, mergeDrafts } from './draft'
export { explainingLessons } from './explaining-lessons'
export { normaliseFill, sameFill } from './fill'
export { type GivenAnswer, type GradedItem, type GradedPaper, type Grading, gradePaper } from './grade'
export { markChoice, markFill } from './mark'
export { paperOf } from './paper'
export type { DealtQuestion, ExplainedQuestion, Question } from './question'
export { releaseOf } from './release'
export { isAnother, samePaper } from './same-paper'
export { showPaper, showResult } from './show'
export {
  type AttemptTimes,
  attemptState,
  attemptsLeft,
  closingOf,
  dayOfSeries,
  deadlineOf,
  type NextAttempt,
  nextAttempt,
  type PaperTime,
  paperEnd,
  type QuizTimes,
  quizState,
  withDeadline,
} from './window'
