export { beforeWords, periodBefore } from './before'
export {
  addDays,
  DAY_MS,
  dayFromNumber,
  dayNumber,
  dayOf,
  daysBetween,
  earlierDay,
  endOfDay,
  type Month,
  monthOf,
  type Period,
  startOfDay,
} from './day'
export { monthsOf, periodOfMonth, weeksOf } from './period'
