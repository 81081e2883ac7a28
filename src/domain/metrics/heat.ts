import type { Day, Id, ParticipationKind } from '@/contracts/common'
import type { OrgNode } from '../participation/org-tree'
import { dayFromNumber, dayNumber, earlierDay, type Month, monthOf } from '../time/day'
import { periodOfMonth } from '../time/period'
import { type ContextInput, createFamily, stoodOn } from './contexts'
import type { MetricContext, Ratio } from './metric'

/** The rate by which the months of a kind are coloured. */
export const heatCodes: Readonly<Record<ParticipationKind, string>> = {
  quiz: 'quiz.rate',
  lesson: 'lesson.rate',
  themeday: 'themeday.attendance',
}

/** Something that members may take part in on some days: a quiz while it is open, a lesson from its publication on. */
export interface Offer {
  /** For whose members. */
  readonly orgId: Id
  readonly from: Day
  /** null: it does not end. */
  readonly to: Day | null
}

export interface HeatInput extends Omit<ContextInput, 'from' | 'to'> {
  readonly kind: ParticipationKind
  /** Quizzes or lessons. Theme days tell by their rosters. */
  readonly offers: readonly Offer[]
  /** The organisations above, from the top. */
  readonly above: readonly Id[]
}

/** A month of an organisation: what is divided; null: no data, which is not zero. */
export type HeatCell = Ratio | null

const MONTHS = 12

/** The twelve months that end with a day's, in order. */
export function heatMonths(to: Day): Month[] {
  const months = [monthOf(to)]
  while (months.length < MONTHS) months.unshift(monthOf(dayFromNumber(dayNumber(`${months[0]}-01`) - 1)))
  return months
}

const idsOf = (node: OrgNode): Id[] => [node.id, ...node.children.flatMap(idsOf)]

/** Whether anybody of an organisation could take part in the month: in what it, one above or one below offered. */
function wasOffered(offers: readonly Offer[], whose: ReadonlySet<Id>, from: Day, to: Day): boolean {
  return offers.some((one) => whose.has(one.orgId) && one.from <= to && (one.to === null || one.to >= from))
}

const stoodIn = (node: OrgNode, day: Day): boolean =>
  stoodOn(node, day) && (node.branches.length === 0 || node.branches.some((branch) => stoodOn(branch, day)))

function rateOf(context: MetricContext, kind: ParticipationKind): Ratio {
  if (kind === 'themeday') return context.attendance()
  return { numerator: context.participated(kind), denominator: context.members() }
}

/**
 * The rate of an organisation and of each of its children in each month. A month has no data (null) when it lies ahead, when the organisation did not
 * stand yet or no more, when nobody was there to take part, and when nothing was offered: then nobody can have missed it. A zero was counted.
 */
export function heatOf(input: HeatInput, node: OrgNode, months: readonly Month[]) {
  const { kind, offers, today, above } = input
  const lines = [node, ...node.children].map((one) => ({
    node: one,
    whose: new Set([...above, node.id, ...idsOf(one)]),
    cells: [] as HeatCell[],
  }))
  for (const month of months) {
    const { from, to } = periodOfMonth(month)
    const last = earlierDay(to, today)
    const { own, children } = createFamily({ ...input, from, to }, node)
    const contexts = [own, ...children]
    for (const [i, line] of lines.entries()) {
      const context = contexts[i]
      const rate = context && from <= today && stoodIn(line.node, last) ? rateOf(context, kind) : null
      const offered = kind === 'themeday' || (rate?.numerator ?? 0) > 0 || wasOffered(offers, line.whose, from, last)
      line.cells.push(rate && rate.denominator > 0 && offered ? rate : null)
    }
  }
  const [own, ...children] = lines.map(({ cells }) => cells)
  return { own: own ?? [], children }
}
