export { decimalText, groupedDecimal, parseDecimal, type Scaled, toNumber, typedDecimal } from './decimal'
export { type Above, aboveIn, type DueQuery, dueReporters } from './due'
export {
  type Entry,
  entryId,
  judge,
  lastAccepted,
  MOST_SUBMISSIONS,
  type Reported,
  type SourceDocument,
  type Submission,
  submit,
  type Verdict,
} from './entry'
export {
  DAYS_TO_REPORT,
  decidingDay,
  type IndicatorRecord,
  type IndicatorVersion,
  isOverdue,
  isReported,
  opensOn,
  shownIndicator,
  versionOn,
} from './indicator'
export { isTenfold } from './jump'
export { daysOf, isOfCycle, isOver, lastOver, periodKeyOf, periodName, periodsEndingIn, previous } from './periods'
export { type AcceptedValue, figureOf, keysOf, type RollUp, rollUp } from './roll-up'
export { builtInIndicator, builtInIndicators, withBuiltIns } from './seeds'
