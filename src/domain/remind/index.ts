export { isNeeded, type Took, type Wanted } from './needed'
export { dayNoticeWords, keptLeaveWords, keyNoticeWords, noticeTime, type ToldDay, toldDay } from './notice'
export { isQuiet, sendingTime, sweepOf } from './quiet'
export {
  type Chance,
  clockOf,
  holdingWords,
  missingWords,
  periodWords,
  quizWords,
  registerWords,
  reportWords,
  themeDayWords,
  thing,
  timeField,
} from './words'
