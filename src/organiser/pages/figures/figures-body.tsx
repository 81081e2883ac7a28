import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '@/components/card/card'
import { ListRow } from '@/components/list-row/list-row'
import { goTo } from '@/components/page/go'
import { Tag } from '@/components/tag/tag'
import type { Figure, OrgNode } from '@/contracts/stats'
import { categoryRows, headlinesOf, sliceOf } from '@/domain/metrics'
import { earlierDay } from '@/domain/time/day'
import { FigureList } from '../../components/figure-list/figure-list'
import { ExportButton } from '../../components/job/export-button'
import { periodText } from '../../components/period/period.shared'
import type { Order } from '../../components/rate-bars/rate-bars.shared'
import { type FiguresTarget, goDown } from '../../go'
import { asOfText } from '../../when.shared'
import { ChangesCard } from './changes-card'
import { ChildrenCard } from './children-card'
import { besides, comparedWords, figureOf, type Overview } from './figures.shared'
import type { Over } from './figures-over'
import { FiguresSummary } from './figures-summary'
import { HeatCard } from './heat-card'
import { ImbalanceCard } from './imbalance-card'
import { MissingCard } from './missing-card'
import { asOffered } from './offered.shared'
import type { FiguresState } from './use-figures'
import { useHeat } from './use-heat'

/** Of more organisations than this the weakest come first: at the end of a long list nobody sees them. */
const fewEnough = 12

interface FiguresBodyProps {
  state: FiguresState
  /** As it came. */
  overview: Overview
  onOver: (over: Over) => void
  target: (org: OrgNode) => FiguresTarget
}

/** The cards of an organisation's figures, from the largest number to the files that can be taken along. */
export function FiguresBody({ state, overview: come, onOver, target }: FiguresBodyProps) {
  const { period, today, view, slice, orgId } = state
  const [chosenOrder, setOrder] = useState<Order | null>(null)
  const months = useHeat(orgId, view.kind, earlierDay(period.to, today), slice)
  const overview = asOffered(come, view, state.turning ? null : months.data)
  const words = periodText(period, today)
  const before = comparedWords(period, today)
  const order = chosenOrder ?? (overview.children.length > fewEnough ? 'low' : 'high')
  const open = (figure: Figure, org: OrgNode) => onOver({ of: 'figure', figure, org })

  return (
    <View className={`l-stack o-figures ${state.turning ? 'o-figures--turning' : ''}`}>
      <FiguresSummary
        overview={overview}
        view={view}
        periodWords={periodText(overview, today)}
        before={before}
        slice={slice}
        onSlice={state.setSlice}
        onMore={() => onOver({ of: 'slice' })}
        onFigure={(figure) => open(figure, overview.org)}
      />
      <ChangesCard
        overview={overview}
        headlines={headlinesOf(besides(overview.figures, view), overview.before?.figures ?? [], before)}
        onFigure={(figure) => open(figure, overview.org)}
      />
      <ImbalanceCard
        key={view.kind}
        overview={overview}
        view={view}
        before={before}
        onFigure={(figure) => open(figure, overview.org)}
      />
      <MissingCard
        overview={overview}
        view={view}
        slice={state.shownSlice}
        onList={() => goTo({ page: 'missing', orgId, kind: view.kind, ...period, slice })}
      />
      <HeatCard
        key={`${orgId} ${view.kind}`}
        read={months}
        slice={slice}
        order={order}
        onRow={(row, heat) => onOver({ of: 'months', row, heat })}
      />
      <ChildrenCard
        overview={overview}
        view={view}
        slice={state.shownSlice}
        order={order}
        onOrder={setOrder}
        onOrg={(org) => goDown(target(org))}
        onFigure={open}
      />
      <FigureList
        figures={view.more.map((code) => figureOf(overview.figures, code))}
        onFigure={(figure) => open(figure, overview.org)}
      />
      <Card kind="list">
        <ListRow
          icon="report"
          title="督导报告"
          note={words}
          end={<Tag tone="grey">Word</Tag>}
          label={`督导报告，${words}，可下载 Word`}
          onClick={() => goTo({ page: 'report', orgId, ...period })}
        />
      </Card>
      <ExportButton
        key={`${orgId} ${overview.from} ${overview.to} ${slice}`}
        view={{ what: 'overview', orgId, from: overview.from, to: overview.to, slice: sliceOf(slice) }}
      />
      {view.byCategory.some((rate) =>
        categoryRows(overview.figures, rate).some(({ figure }) => figure.value !== null),
      ) && (
        <ExportButton
          key={`categories ${orgId} ${overview.from} ${overview.to} ${slice}`}
          view={{ what: 'categories', orgId, from: overview.from, to: overview.to, slice: sliceOf(slice) }}
        />
      )}
      <View className="t-xs o-asof">
        <View>{asOfText(overview.asOf)}</View>
        <View>点任何数字，看它的说明和来源</View>
      </View>
    </View>
  )
}
