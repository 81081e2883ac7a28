export { faultOf, type ReportFault, usualAsOf } from './check'
export { decimalText, groupedDecimal, parseDecimal, type Scaled, toNumber, typedDecimal } from './decimal'
export { type Defined, type Definition, define, MOST_VERSIONS, retire } from './define'
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
  concerns,
  currentKey,
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
export { type Planned, plannedOn } from './overview'
export { daysOf, isOfCycle, isOver, lastOver, periodKeyOf, periodName, periodsEndingIn, previous } from './periods'
export { type AcceptedValue, figureOf, keysOf, type RollUp, rollUp } from './roll-up'
export { builtInIndicator, builtInIndicators, withBuiltIns } from './seeds'
export { briefOf, type EntryStatus, isLacking, reportersOf, type StatusOf, tallyOf } from './tally'
