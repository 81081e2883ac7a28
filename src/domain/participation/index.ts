export type { ActivityTally } from './activity-list'
export { ActivityNumbers } from './activity-numbers'
export { Bitmap } from './bitmap/bitmap'
export { Block } from './block'
export {
  type Correction,
  correctFact,
  type Fact,
  type FactInput,
  type FactPlace,
  factId,
  keyOf,
  latestRevisions,
  makeFact,
  type Taker,
  validFacts,
} from './fact'
export { type FoldStep, foldSegment, planFold } from './fold'
export { Links } from './links'
export { buildTree, type OrganisationRecord, type OrgNode, type OrgTree } from './org-tree'
export { leavesOpen, OWN_RECORDER, ownAgain, settling } from './own-again'
export { packSegment, unpackSegment } from './pack'
export { type Attendance, type Counts, type Lists, ParticipationIndex, type Query } from './participation-index'
export { inRanges, normaliseRanges, type Range, type Ranges, sizeOfRanges } from './ranges'
export {
  type Ledger,
  type PlainQuery,
  recount,
  recountAttendance,
  recountMissing,
  recountRoster,
  type Sitting,
} from './recount'
export { emptyBlock, type RosterBlock, rosterBlocks, withPeople, withPerson } from './roster'
export { type AgeBand, ageBands, everSeated, type Roster, rosterOn, seatsOfAge, wordsOfSet } from './roster-on'
export { dealSeats, PART_SEATS, partOf, rangeOfPart, SEAT_LIMIT, type Seating, spareSeats } from './seating'
export { emptySegment, type FrozenRoster, factsIn, type Segment, type SegmentKey, segmentKey } from './segment'
export { Spans } from './spans'
export type { Tally } from './tallies'
export type { Words } from './words'
