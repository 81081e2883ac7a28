import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '@/components/card/card'
import { ListRow } from '@/components/list-row/list-row'
import { Notice } from '@/components/notice/notice'
import { goTo } from '@/components/page/go'
import { Page } from '@/components/page/page'
import { Segmented } from '@/components/segmented/segmented'
import { Tag } from '@/components/tag/tag'
import type { OrgNode } from '@/contracts/stats'
import { categoryRows, headlinesOf, sliceOf } from '@/domain/metrics'
import { earlierDay } from '@/domain/time/day'
import { FigureList } from '../../components/figure-list/figure-list'
import { ExportButton } from '../../components/job/export-button'
import { periodShort, periodText } from '../../components/period/period.shared'
import type { Order } from '../../components/rate-bars/rate-bars.shared'
import { goDown, goUp } from '../../go'
import { kindViews } from '../../kinds'
import { asOfText } from '../../when.shared'
import { ChangesCard } from './changes-card'
import { ChildrenCard } from './children-card'
import { besides, comparedWords, figureOf, notFetched } from './figures.shared'
import { FiguresHead } from './figures-head'
import { FiguresOver, type Over } from './figures-over'
import { FiguresSummary } from './figures-summary'
import { HeatCard } from './heat-card'
import { ImbalanceCard } from './imbalance-card'
import { MissingCard } from './missing-card'
import { useFigures } from './use-figures'
import './index.scss'

/** Of more organisations than this the weakest come first: at the end of a long list nobody sees them. */
const fewEnough = 12

/** 参与统计: who took part in an organisation in a period, drawn before it is listed; every number opens. */
export default function FiguresPage() {
  const state = useFigures()
  const { overview, period, today, view, slice, orgId } = state
  const [over, setOver] = useState<Over | null>(null)
  const [chosenOrder, setOrder] = useState<Order | null>(null)
  const words = periodText(period, today)
  const target = (org: OrgNode) => ({ orgId: org.id, kind: view.kind, ...period, slice })
  const before = comparedWords(period, today)
  const order = chosenOrder ?? ((overview?.children.length ?? 0) > fewEnough ? 'low' : 'high')
  const open = (figure: Parameters<typeof figureOf>[0][number], org: OrgNode) => setOver({ of: 'figure', figure, org })

  return (
    <Page
      title="参与统计"
      read={state.read}
      over={over && <FiguresOver over={over} state={state} onOver={setOver} target={target} />}
    >
      {overview && (
        <>
          <FiguresHead
            overview={overview}
            periodWord={periodShort(period, today)}
            onPeriod={() => setOver({ of: 'period' })}
            onOrg={(org) => goUp(target(org))}
          />
          <Segmented
            options={kindViews.map(({ kind, label }) => ({ value: kind, text: label }))}
            value={view.kind}
            onChange={state.setKind}
          />
          {state.fault && (
            <Notice icon="offline" action="重试" onAction={state.retry}>
              {notFetched({ days: words, slice }, { days: periodText(overview, today), slice: state.shownSlice })}
            </Notice>
          )}
          {overview.from > today ? (
            <Notice action="换一段" onAction={() => setOver({ of: 'period' })}>
              {`${words}还没有到，到了才有数字。`}
            </Notice>
          ) : (
            <View className={`l-stack o-figures ${state.turning ? 'o-figures--turning' : ''}`}>
              <FiguresSummary
                overview={overview}
                view={view}
                periodWords={periodText(overview, today)}
                before={before}
                slice={slice}
                onSlice={state.setSlice}
                onMore={() => setOver({ of: 'slice' })}
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
                orgId={orgId}
                to={earlierDay(period.to, today)}
                slice={slice}
                view={view}
                order={order}
                onRow={(row, heat) => setOver({ of: 'months', row, heat })}
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
              {view.byCategory.some((rate) => categoryRows(overview.figures, rate).length > 1) && (
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
          )}
        </>
      )}
    </Page>
  )
}
