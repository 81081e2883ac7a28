import type { ParticipationKind } from '@/contracts/common'
import type { Slice } from '@/contracts/stats'
import type { Bitmap } from '../participation/bitmap/bitmap'
import type { Attendance, ParticipationIndex } from '../participation/participation-index'
import type { Ranges } from '../participation/ranges'
import { Spans } from '../participation/spans'
import type { Tally } from '../participation/tallies'
import type { Period } from '../time/day'
import type { MetricContext } from './metric'
import { once, onceEach } from './once'

/** Seats that are taken now, and those of mobile members. */
export interface Roster {
  readonly members: Bitmap
  readonly mobile: Bitmap
}

/** An organisation: what `buildTree` gives, or anything like it. */
export interface Scope {
  readonly ranges: Ranges
  readonly branches: readonly { readonly ranges: Ranges }[]
}

/** An organisation with its children. */
export interface Family extends Scope {
  /** Seats that belong to none of the children. */
  readonly own: Ranges
  readonly children: readonly Scope[]
}

export interface ContextInput extends Period {
  readonly index: ParticipationIndex
  readonly roster: Roster
  readonly slice: Slice
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0)

/** What the index says of several lists of seats, each thing computed for all of them when it is first asked for. */
function answers({ index, roster, slice, from, to }: ContextInput, lists: readonly Ranges[], scopes: readonly Scope[]) {
  const present = slice === 'mobile' ? roster.mobile : roster.members
  const branches = scopes.flatMap((scope) => scope.branches)
  const spans = new Spans(lists)
  return {
    members: once(() => lists.map((ranges) => present.countIn(ranges))),
    tallies: onceEach((key: `${ParticipationKind} ${Slice}`) => {
      const [kind, of] = key.split(' ') as [ParticipationKind, Slice]
      return index.tallies({ kind, from, to, mobileOnly: of === 'mobile' }, spans)
    }),
    participated: onceEach((kind: ParticipationKind) => index.participated({ kind, from, to }, present, spans)),
    // the roster froze seats, not who was mobile: for the mobile slice both sides are today's mobile members
    attendance: once(() => index.attendance({ from, to }, spans, slice === 'mobile' ? roster.mobile : undefined)),
    covered: once(() => {
      const query = { kind: 'themeday', from, to } as const
      const people = index.people(
        query,
        branches.map(({ ranges }) => ranges),
      )
      return new Set(branches.filter((_, i) => (people[i] ?? 0) > 0))
    }),
  }
}

type Answers = ReturnType<typeof answers>

const coverage = (scope: Scope, of: Answers) => ({
  branches: () => scope.branches.length,
  coveredBranches: () => scope.branches.filter((branch) => of.covered().has(branch)).length,
})

/** The context of the i-th list. */
function contextOf(scope: Scope, i: number, slice: Slice, of: Answers): MetricContext {
  return {
    slice,
    ...coverage(scope, of),
    members: () => of.members()[i] as number,
    tally: (kind, restricted) => of.tallies(`${kind} ${restricted}`).each[i] as Tally,
    participated: (kind) => of.participated(kind)[i] as number,
    attendance: () => {
      const { actual, expected } = of.attendance()[i] as Attendance
      return { numerator: actual, denominator: expected }
    },
  }
}

/**
 * Contexts of organisations that share no member, in their order. Whatever one of them is asked for is computed for all in one
 * walk over the index, and kept.
 */
export function createContexts(input: ContextInput, scopes: readonly Scope[]): MetricContext[] {
  const lists = scopes.map((scope) => scope.ranges)
  const of = answers(input, lists, scopes)
  return scopes.map((scope, i) => contextOf(scope, i, input.slice, of))
}

/** Contexts of an organisation and of its children, from the same walks: what a page that opens an organisation needs. */
export function createFamily(
  input: ContextInput,
  family: Family,
): { readonly own: MetricContext; readonly children: MetricContext[] } {
  const lists = [...family.children.map((child) => child.ranges), family.own]
  const of = answers(input, lists, [family])
  const own: MetricContext = {
    slice: input.slice,
    ...coverage(family, of),
    members: () => sum(of.members()),
    tally: (kind, restricted) => of.tallies(`${kind} ${restricted}`).all,
    participated: (kind) => sum(of.participated(kind)),
    attendance: () => ({
      numerator: sum(of.attendance().map(({ actual }) => actual)),
      denominator: sum(of.attendance().map(({ expected }) => expected)),
    }),
  }
  return { own, children: family.children.map((child, i) => contextOf(child, i, input.slice, of)) }
}
