import type { Figure } from '@/contracts/stats'
import { dayOf, earlierDay, monthOf } from '@/domain/time/day'
import type { Heat, HeatCell } from '../../components/heat-map/heat-map.shared'
import type { KindView } from '../../kinds'
import type { Overview } from './figures.shared'

/** Rates of which nobody is the numerator have nothing to divide: nobody can have missed what was not there. */
const undue = (figures: readonly Figure[], rates: (code: string) => boolean): Figure[] =>
  figures.map((figure) =>
    rates(figure.code) && figure.state === 'ok' && figure.numerator === 0
      ? { code: figure.code, value: null, state: 'notDue' }
      : figure,
  )

/**
 * The figures as they are drawn when the months say that there was nothing to take part in: 本期无应到, where 0% would say that everybody stayed away. Of an
 * organisation below by its own months. A period that reaches beyond the months, or without them (null), stays as it is.
 */
export function asOffered(overview: Overview, view: KindView, heat: Heat | null): Overview {
  const { from, to, asOf } = overview
  const last = monthOf(earlierDay(to, dayOf(asOf)))
  const first = heat?.months.indexOf(monthOf(from)) ?? -1
  const end = heat?.months.indexOf(last) ?? -1
  if (heat === null || first < 0 || end < first) return overview
  const nothing = (cells: readonly HeatCell[]) => cells.slice(first, end + 1).every((cell) => cell === null)
  const rates = new Set([view.rate, `${view.kind}.rate`])
  const own = (code: string) => rates.has(code) || view.byCategory.some((rate) => code.startsWith(`imbalance.${rate}.`))
  const empty = new Set(heat.children.flatMap(({ org, cells }) => (nothing(cells) ? [org.id] : [])))
  return {
    ...overview,
    figures: nothing(heat.cells) ? undue(overview.figures, own) : overview.figures,
    children: overview.children.map((child) =>
      empty.has(child.org.id) ? { ...child, figures: undue(child.figures, (code) => rates.has(code)) } : child,
    ),
  }
}
