import type { Day, ParticipationKind } from '@/contracts/common'
import type { Category } from '@/contracts/identity'
import type { Slice } from '@/contracts/stats'
import type { OrgNode } from '../participation/org-tree'
import type { Attendance, Counts, ParticipationIndex } from '../participation/participation-index'
import { normaliseRanges, type Range, type Ranges } from '../participation/ranges'
import type { RosterBlock } from '../participation/roster'
import { Spans } from '../participation/spans'
import type { Tally } from '../participation/tallies'
import { earlierDay, type Period } from '../time/day'
import { categories } from './categories'
import { type CategoryCounts, type CategorySizes, suppressedCategories } from './imbalance'
import type { MetricContext, Ratio } from './metric'
import { once, onceEach } from './once'
import { rangesOf, type SlicedRoster, slicedRoster } from './slice'

/** An organisation: what `buildTree` gives, or anything like it. */
export type Scope = Pick<OrgNode, 'ranges'> & { readonly branches: readonly Branch[] }
type Branch = Pick<OrgNode, 'ranges' | 'category' | 'foundedOn' | 'endedOn'>

/** An organisation with its children. */
export interface Family extends Scope {
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

/** Whether a branch stood on a day. */
export const stoodOn = ({ foundedOn, endedOn }: Omit<Branch, 'ranges' | 'category'>, day: Day): boolean =>
  (!foundedOn || foundedOn <= day) && (!endedOn || endedOn > day)

/** Who is meant, and which branches stood and held a theme day: the same for all contexts of an input. */
interface Ground {
  readonly roster: SlicedRoster
  readonly standing: (branch: Branch) => boolean
  readonly held: (branch: Branch) => boolean
}

/** @param branches all that contexts of this ground will ask about */
function groundOf(input: ContextInput, branches: readonly Branch[]): Ground {
  const { index, from, to, today, slice } = input
  const lastDay = earlierDay(to, today)
  const held = once(() => {
    const lists = branches.map(({ ranges }) => ranges)
    const each = index.anyone({ kind: 'themeday', from, to }, lists)
    return new Set(branches.filter((_, i) => each[i]))
  })
  return {
    roster: slicedRoster(input.roster, slice, lastDay),
    // of the slice, at the end of the period
    standing: (branch) => (!slice.category || branch.category === slice.category) && stoodOn(branch, lastDay),
    held: (branch) => held().has(branch),
  }
}

/** What the index says of several lists of seats, each thing computed for all of them when it is first asked for. */
function answers(input: ContextInput, { roster: { present, among } }: Ground, lists: readonly Ranges[]) {
  const { index, slice, from, to } = input
  const spans = once(() => new Spans(lists))
  const period = { from, to, mobileOnly: slice.mobile, among }
  return {
    members: once(() => lists.map((ranges) => present.countIn(ranges))),
    counts: onceEach((key: Which) => index.counts({ ...period, ...queryOf(key) }, spans()).each),
    sessions: onceEach((key: Which) => index.sessions({ ...period, ...queryOf(key) }, spans())),
    participated: onceEach((kind: ParticipationKind) => index.participated({ kind, from, to }, present, spans())),
    attendance: once(() => index.attendance(period, spans())),
  }
}

type Answers = ReturnType<typeof answers>
type Which = `${ParticipationKind} ${'all' | 'mobile'}`

function queryOf(key: Which): { kind: ParticipationKind; mobileOnly: boolean } {
  const [kind, of] = key.split(' ') as [ParticipationKind, string]
  return { kind, mobileOnly: of === 'mobile' }
}

const ratioOf = ({ actual, expected }: Attendance): Ratio => ({ numerator: actual, denominator: expected })

type Group = Branch['category'] | 'other'

/** An organisation's branches by category, in one walk: a county has thousands. */
function groupsOf({ branches }: Scope, input: ContextInput, ground: Ground) {
  const groups = new Map<Group, { readonly ranges: Range[]; readonly standing: Branch[] }>()
  for (const branch of branches) {
    const name = branch.category ?? 'other'
    const group = groups.get(name) ?? { ranges: [], standing: [] }
    groups.set(name, group)
    if (!input.slice.category || input.slice.category === name)
      for (const range of branch.ranges) group.ranges.push(range)
    if (ground.standing(branch)) group.standing.push(branch)
  }
  return groups
}

/** What is told of an organisation's branches. */
function branchAnswers(scope: Scope, input: ContextInput, ground: Ground) {
  const groups = once(() => groupsOf(scope, input, ground))
  const standing = (name: Group) => groups().get(name)?.standing.length ?? 0
  const covered = onceEach((name: Group) => groups().get(name)?.standing.filter(ground.held).length ?? 0)
  const all = (count: (name: Group) => number): number =>
    [...groups().keys()].reduce((sum, name) => sum + count(name), 0)
  const of = once(() =>
    answers(
      input,
      ground,
      categories.map((category) => normaliseRanges(groups().get(category)?.ranges ?? [])),
    ),
  )
  return {
    branches: () => all(standing),
    coveredBranches: () => all(covered),
    suppressed: once(() => {
      const sizes = [...groups()].map(([name, group]) => [name, group.standing.length] as const)
      return suppressedCategories(new Map(sizes) as CategorySizes)
    }),
    category: onceEach((category: Category): CategoryCounts => {
      const i = categories.indexOf(category)
      const rate = (kind: ParticipationKind): Ratio => ({
        numerator: of().participated(kind)[i] as number,
        denominator: of().members()[i] as number,
      })
      return {
        organisations: standing(category),
        coverage: { numerator: covered(category), denominator: standing(category) },
        attendance: ratioOf(of().attendance()[i] as Attendance),
        quiz: rate('quiz'),
        lesson: rate('lesson'),
      }
    }),
  }
}

/** The context of the i-th list. */
function contextOf(i: number, scope: Scope, input: ContextInput, ground: Ground, of: Answers): MetricContext {
  const tally = (key: Which): Tally => {
    const { people, times } = of.counts(key)[i] as Counts
    // activities are counted apart: what asks for people and times only does not wait for them
    return {
      people,
      times,
      get sessions() {
        return of.sessions(key)[i] as number
      },
    }
  }
  return {
    ...branchAnswers(scope, input, ground),
    members: () => of.members()[i] as number,
    tally: (kind) => tally(`${kind} ${input.slice.mobile ? 'mobile' : 'all'}`),
    mobileTally: (kind) => tally(`${kind} mobile`),
    participated: (kind) => of.participated(kind)[i] as number,
    attendance: () => ratioOf(of.attendance()[i] as Attendance),
  }
}

function contextsOf(scopes: readonly Scope[], input: ContextInput, ground: Ground): MetricContext[] {
  const of = answers(
    input,
    ground,
    scopes.map((scope) => rangesOf(scope, input.slice)),
  )
  return scopes.map((scope, i) => contextOf(i, scope, input, ground, of))
}

/**
 * Contexts of organisations that share no seat, in their order. Whatever one of them is asked for is computed for all in one
 * walk over the index, and kept.
 */
export const createContexts = (input: ContextInput, scopes: readonly Scope[]): MetricContext[] =>
  contextsOf(
    scopes,
    input,
    groundOf(
      input,
      scopes.flatMap(({ branches }) => branches),
    ),
  )

/** Contexts of an organisation and of its children: what a page that opens an organisation needs. */
export function createFamily(
  input: ContextInput,
  family: Family,
): { readonly own: MetricContext; readonly children: MetricContext[] } {
  const ground = groundOf(input, family.branches)
  const [own] = contextsOf([family], input, ground)
  return { own: own as MetricContext, children: contextsOf(family.children, input, ground) }
}
