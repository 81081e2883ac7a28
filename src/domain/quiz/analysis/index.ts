export { choosePapers, type Which, whichOf } from './choose-papers'
export { findingsOf } from './findings'
export { effectiveWeights, guessScore, type ItemStatistics, itemStatistics } from './item-statistics'
export { articleFacilities, EVERYONE, type LessKnown, lessKnown } from './little-known'
export { type AnalysedQuestion, type AnalysedQuiz, articlesOf, paperLength, paperReader } from './read-paper'
export { analysisRules } from './rules'
export { spreadOf } from './spread'
export {
  type Choosers,
  emptyTally,
  joinTallies,
  type QuestionTally,
  type TalliedAnswer,
  type Tally,
  tallyBranch,
} from './tally'
export { type TestStatistics, testStatistics } from './test-statistics'
