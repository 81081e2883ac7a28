import type { Day, ParticipationKind } from '@/contracts/common'
import type { Slice } from '@/contracts/stats'
import type { OrgNode } from '../participation/org-tree'
import type { Attendance, ParticipationIndex } from '../participation/participation-index'
import { normaliseRanges, type Ranges } from '../participation/ranges'
import type { RosterBlock } from '../participation/roster'
import { Spans } from '../participation/spans'
import type { Tally } from '../participation/tallies'
import { earlierDay, type Period } from '../time/day'
import type { MetricContext } from './metric'
import { once, onceEach } from './once'
import { rangesOf, slicedRoster } from './slice'

/** An organisation: what `buildTree` gives, or anything like it. */
export type Scope = Pick<OrgNode, 'ranges'> & { readonly branches: readonly Branch[] }
type Branch = Pick<OrgNode, 'ranges' | 'category' | 'foundedOn' | 'endedOn'>

/** An organisation with its children. */
export interface Family extends Scope {
  /** Seats that belong to none of the children. */
  readonly own: Ranges
  readonly children: readonly Scope[]
}

export interface ContextInput extends Period {
  readonly index: ParticipationIndex
  /** The roster over time, all blocks. */
  readonly roster: readonly RosterBlock[]
  readonly slice: Slice
  /** The roster of a period that has not ended is that of today. */
  readonly today: Day
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0)

/** Whether a branch stood on a day. */
export const stoodOn = ({ foundedOn, endedOn }: Omit<Branch, 'ranges' | 'category'>, day: Day): boolean =>
  (!foundedOn || foundedOn <= day) && (!endedOn || endedOn > day)

/** Whether a branch is of the slice and stood at the end of the period. */
const stands = (branch: Branch, { slice, to, today }: ContextInput): boolean =>
  stoodOn(branch, earlierDay(to, today)) && (!slice.category || branch.category === slice.category)

/** What the index says of several lists of seats, each thing computed for all of them when it is first asked for. */
function answers(input: ContextInput, lists: readonly Ranges[], scopes: readonly Scope[]) {
  const { index, slice, from, to, today } = input
  const { present, among } = slicedRoster(input.roster, slice, earlierDay(to, today))
  const spans = new Spans(lists)
  const branches = scopes.flatMap((scope) => scope.branches)
  return {
    members: once(() => lists.map((ranges) => present.countIn(ranges))),
    tallies: onceEach((key: `${ParticipationKind} ${'all' | 'mobile'}`) => {
      const [kind, of] = key.split(' ') as [ParticipationKind, string]
      return index.tallies({ kind, from, to, mobileOnly: of === 'mobile', among }, spans)
    }),
    participated: onceEach((kind: ParticipationKind) => index.participated({ kind, from, to }, present, spans)),
    attendance: once(() => index.attendance({ from, to, mobileOnly: slice.mobile, among }, spans)),
    // per branch of all scopes, in their order
    standing: once(() => branches.map((branch) => stands(branch, input))),
    held: once(() =>
      index.anyone(
        { kind: 'themeday', from, to },
        branches.map(({ ranges }) => ranges),
      ),
    ),
  }
}

type Answers = ReturnType<typeof answers>

/** Of `count` branches from the `first` on, in the order in which the answers have them. */
const coverage = (of: Answers, first: number, count: number) => {
  const tell = (isMeant: (i: number) => boolean | undefined): number => {
    let sum = 0
    for (let i = first; i < first + count; i++) if (isMeant(i)) sum++
    return sum
  }
  return {
    branches: () => tell((i) => of.standing()[i]),
    coveredBranches: () => tell((i) => of.standing()[i] && of.held()[i]),
  }
}

/** Where each scope's branches begin among those of all. */
function firstBranches(scopes: readonly Scope[], first = 0): number[] {
  let next = first
  return scopes.map(({ branches }) => {
    next += branches.length
    return next - branches.length
  })
}

const whole = (slice: Slice) => (slice.mobile ? 'mobile' : 'all')

/** The context of the i-th list. */
function contextOf(i: number, input: ContextInput, of: Answers, firstBranch: number, branches: number): MetricContext {
  const tally = (kind: ParticipationKind, which: 'all' | 'mobile') => of.tallies(`${kind} ${which}`).each[i] as Tally
  return {
    ...coverage(of, firstBranch, branches),
    members: () => of.members()[i] as number,
    tally: (kind) => tally(kind, whole(input.slice)),
    mobileTally: (kind) => tally(kind, 'mobile'),
    participated: (kind) => of.participated(kind)[i] as number,
    attendance: () => {
      const { actual, expected } = of.attendance()[i] as Attendance
      return { numerator: actual, denominator: expected }
    },
  }
}

/**
 * Contexts of organisations that share no seat, in their order. Whatever one of them is asked for is computed for all in one
 * walk over the index, and kept.
 */
export function createContexts(input: ContextInput, scopes: readonly Scope[]): MetricContext[] {
  const of = answers(
    input,
    scopes.map((scope) => rangesOf(scope, input.slice)),
    scopes,
  )
  const first = firstBranches(scopes)
  return scopes.map(({ branches }, i) => contextOf(i, input, of, first[i] as number, branches.length))
}

/** Contexts of an organisation and of its children, from the same walks: what a page that opens an organisation needs. */
export function createFamily(
  input: ContextInput,
  family: Family,
): { readonly own: MetricContext; readonly children: MetricContext[] } {
  const lists = family.children.map((child) => rangesOf(child, input.slice))
  const own = ownRanges(input.slice, family, lists)
  const of = answers(input, [...lists, own], [family])
  const tally = (kind: ParticipationKind, which: 'all' | 'mobile') => of.tallies(`${kind} ${which}`).all
  const context: MetricContext = {
    ...coverage(of, 0, family.branches.length),
    members: () => sum(of.members()),
    tally: (kind) => tally(kind, whole(input.slice)),
    mobileTally: (kind) => tally(kind, 'mobile'),
    participated: (kind) => sum(of.participated(kind)),
    attendance: () => ({
      numerator: sum(of.attendance().map(({ actual }) => actual)),
      denominator: sum(of.attendance().map(({ expected }) => expected)),
    }),
  }
  // a branch itself comes before what is below it, and so do the branches of one child before those of the next
  const below = family.children.reduce((total, { branches }) => total + branches.length, 0)
  const first = firstBranches(family.children, family.branches.length - below)
  const children = family.children.map(({ branches }, i) =>
    contextOf(i, input, of, first[i] as number, branches.length),
  )
  return { own: context, children }
}

/** Seats of the slice that belong to none of the children: of a branch its own, of others those of no branch unless all are meant. */
function ownRanges(slice: Slice, family: Family, lists: readonly Ranges[]): Ranges {
  if (!slice.category) return family.own
  const children = normaliseRanges(lists.flat())
  return rangesOf(family, slice).filter(([from]) => !children.some(([a, b]) => a <= from && from < b))
}
