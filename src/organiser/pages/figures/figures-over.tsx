import { goTo } from '@/components/page/go'
import type { Figure, OrgNode } from '@/contracts/stats'
import { categoryRows, LEAST_ORGANISATIONS, sliceName, sliceOf, sliceWords } from '@/domain/metrics'
import { earlierDay } from '@/domain/time/day'
import { periodOfMonth } from '@/domain/time/period'
import { FigureSheet } from '../../components/figure-sheet/figure-sheet'
import type { Heat, HeatRow } from '../../components/heat-map/heat-map.shared'
import { periodText } from '../../components/period/period.shared'
import { PeriodSheet } from '../../components/period/period-sheet'
import { SliceSheet } from '../../components/slice-sheet/slice-sheet'
import { type FiguresTarget, goDown } from '../../go'
import { asOfText } from '../../when.shared'
import { sliceOfFigure } from './figures.shared'
import { HeatSheet } from './heat-sheet'
import type { FiguresState } from './use-figures'

/** What lies over the page. */
export type Over =
  | { readonly of: 'period' }
  | { readonly of: 'slice' }
  | { readonly of: 'figure'; readonly figure: Figure; readonly org: OrgNode }
  | { readonly of: 'months'; readonly row: HeatRow; readonly heat: Heat }

interface FiguresOverProps {
  over: Over
  state: FiguresState
  onOver: (over: Over | null) => void
  target: (org: OrgNode) => FiguresTarget
}

/** The sheets of the page: the days, whose participation, a figure at a glance, and the months of an organisation. */
export function FiguresOver({ over, state, onOver, target }: FiguresOverProps) {
  const { overview, period, today, view, slice, orgId } = state
  const close = () => onOver(null)
  if (over.of === 'period') {
    const choose = (chosen: typeof period) => {
      state.setPeriod(chosen)
      close()
    }
    return <PeriodSheet period={period} today={today} onChoose={choose} onClose={close} />
  }
  if (over.of === 'slice') {
    const categories = categoryRows(overview?.figures ?? [], 'coverage').flatMap(({ category, figure }) =>
      (figure.organisations ?? 0) >= LEAST_ORGANISATIONS && figure.state !== 'suppressed'
        ? [{ category, organisations: figure.organisations ?? 0 }]
        : [],
    )
    const choose = (chosen: ReturnType<typeof sliceOf>) => {
      state.setSlice(sliceName(chosen))
      close()
    }
    return <SliceSheet slice={sliceOf(slice)} categories={categories} onChoose={choose} onClose={close} />
  }
  if (over.of === 'months') {
    const { row, heat } = over
    const toMonth = (month: string) => {
      const days = periodOfMonth(month)
      const to = earlierDay(days.to, today)
      goTo({ page: 'figure', orgId: row.org.id, code: heat.code, from: days.from, to, slice })
    }
    const onOrg = row.org.id === orgId ? null : () => goDown(target(row.org))
    return <HeatSheet row={row} heat={heat} onOrg={onOrg} onMonth={toMonth} onClose={close} />
  }
  const { figure, org } = over
  const toFigure = () => goTo({ page: 'figure', orgId: org.id, code: figure.code, ...period, slice })
  // of a category: those who belong to it
  const whose = sliceOfFigure(figure.code, slice)
  const toMissing = () => goTo({ page: 'missing', orgId: org.id, kind: view.kind, ...period, slice: whose })
  const toCategory = () => {
    state.setSlice(whose)
    close()
  }
  const open = {
    figure,
    orgName: org.name,
    scope: `${periodText(period, today)}${slice === 'all' ? '' : ` · ${sliceWords(sliceOf(slice))}`}`,
    asOf: overview ? asOfText(overview.asOf) : '',
  }
  const links = [
    { text: '看来源和记录', onOpen: toFigure },
    ...(org.id === orgId ? [] : [{ text: '看这个组织', onOpen: () => goDown(target(org)) }]),
    ...(whose === slice ? [] : [{ text: '只看这一类', onOpen: toCategory }]),
    { text: '看未参加情况', onOpen: toMissing },
  ]
  return <FigureSheet open={open} links={links} onClose={close} />
}
