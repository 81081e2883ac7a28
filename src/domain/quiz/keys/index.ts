export { type KeyCorrection, questionsBefore, rekeyed } from './corrections'
export { corrected, impactOn, joinImpacts, noImpact } from './impact'
export { changedKey, keyOf, type StoredKey, withKey } from './key-change'
export { type HandedIn, type MarkingQuiz, type Regraded, type StandingMark, standingMark } from './standing-mark'
