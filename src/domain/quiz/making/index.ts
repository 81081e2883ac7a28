export { type Choice, type Choosing, chooseQuestions, exchangeQuestion } from './choose'
export { GAP, JUDGE_OPTIONS, type OwnProblem, type OwnQuestion, problemOf } from './own-question'
export { type BankQuestion, type ChosenQuestion, type Difficulty, fits, type RulePart } from './rule'
export {
  LONGEST_MS,
  pointsOf,
  type QuizSettings,
  quizNumbers,
  type SettingsProblem,
  seriesDays,
  settingsProblem,
} from './settings'
export { type Supply, supplyOf } from './supply'
