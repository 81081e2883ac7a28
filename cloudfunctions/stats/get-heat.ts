import { getHeat as contract, MOST_CHILDREN } from '@/contracts/stats'
import { type HeatCell, heatCodes, heatMonths, heatOf, type Offer } from '@/domain/metrics'
import { canSeeFigures } from '@/domain/people'
import { dayOf, endOfDay, periodOfMonth, startOfDay } from '@/domain/time'
import { lessonsBefore, type OfferedLesson, type OfferedQuiz, quizzesBetween } from '../_data/offers'
import { orgNode } from '../_data/org-node'
import { organisationById } from '../_data/organisations'
import { loadParticipation } from '../_data/participation'
import { implement } from '../_kit/action'

/** The first and the last day of the twelve months that end with a day's. */
function spanOf(to: string) {
  const months = heatMonths(to)
  const last = months[months.length - 1] ?? to.slice(0, 7)
  return { months, from: `${months[0] ?? last}-01`, to: periodOfMonth(last).to }
}

export const getHeat = implement(contract, {
  alongside: ({ orgId, kind, to }) => {
    const span = spanOf(to)
    const [from, end] = [startOfDay(span.from), endOfDay(span.to)]
    return {
      org: organisationById(orgId),
      ...(kind === 'quiz' ? { quizzes: quizzesBetween(from, end) } : {}),
      ...(kind === 'lesson' ? { lessons: lessonsBefore(end) } : {}),
    }
  },
  allow: ({ caller, found: { org }, refuse }) => canSeeFigures(caller, org[0]?.path ?? refuse('NOT_FOUND')),
  async handle({ input: { orgId, kind, to, slice }, now, found, refuse }) {
    const org = found.org[0] ?? refuse('NOT_FOUND')
    const span = spanOf(to)
    const { tree, index, roster } = await loadParticipation(orgId, span.from, span.to)
    const node = tree.byId.get(orgId) ?? refuse('NOT_FOUND')
    const offers = [...(found.quizzes ?? []).map(quizOffer), ...(found.lessons ?? []).map(lessonOffer)]
    const above = org.path.slice(0, -1)
    const heat = heatOf({ index, roster, slice, today: dayOf(now), kind, offers, above }, node, span.months)
    const shown = node.children.slice(0, MOST_CHILDREN)
    return {
      org: orgNode(node),
      asOf: now,
      code: heatCodes[kind],
      months: span.months,
      cells: heat.own.map(pair),
      children: shown.map((child, i) => ({ org: orgNode(child), cells: (heat.children[i] ?? []).map(pair) })),
      childrenLeft: node.children.length - shown.length,
    }
  },
})

const pair = (cell: HeatCell): [number, number] | null => cell && [cell.numerator, cell.denominator]

const quizOffer = ({ orgId, opensAt, closesAt, closedAt }: OfferedQuiz): Offer => ({
  orgId,
  from: dayOf(opensAt),
  to: dayOf(closedAt ?? closesAt),
})

const lessonOffer = ({ orgId, publishedAt }: OfferedLesson): Offer => ({ orgId, from: dayOf(publishedAt), to: null })
