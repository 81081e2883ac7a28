export { afterReading, beginReading, type Cursor, STILL_WRITING_MS } from './cursor'
export { type History, historiesOf, type PractisedDay, rightDays } from './history'
export { isRight, type Tried } from './judge'
export { DAYS_KEPT, isWorse, recentReviews, reviewDay } from './log'
export {
  countMastery,
  HELD_DAYS,
  isInWrongBook,
  type Mastery,
  type MasteryCounts,
  masteryOf,
  RIGHT_DAYS_TO_LEAVE,
} from './mastery'
export { DUE_A_DAY, NEW_A_DAY, nextDueDays, type Portion, portionOf } from './portion'
export { type Memory, memoryOf, type Scheduler } from './schedule'
export { excerptOf, foldText, markHits, type Piece, type Searchable, searchable, searchItems, termsOf } from './search'
