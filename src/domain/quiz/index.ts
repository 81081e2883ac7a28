export { dealPaper } from './deal'
export { type GivenAnswer, type GradedItem, type GradedPaper, type Grading, gradePaper, markAnswer } from './grade'
export type { DealtQuestion, ExplainedQuestion, Question } from './question'
export { showPaper, showResult } from './show'
export {
  type AttemptTimes,
  attemptState,
  attemptsLeft,
  attemptsUsed,
  deadlineOf,
  decideSubmission,
  type NextAttempt,
  nextAttempt,
  type QuizTimes,
  quizState,
  SUBMIT_GRACE_MS,
  type SubmissionDecision,
  takenAt,
} from './window'
