import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '@/components/card/card'
import { ListRow } from '@/components/list-row/list-row'
import { Notice } from '@/components/notice/notice'
import { goTo } from '@/components/page/go'
import { Page } from '@/components/page/page'
import { Segmented } from '@/components/segmented/segmented'
import { Tag } from '@/components/tag/tag'
import type { Figure, OrgNode } from '@/contracts/stats'
import { FigureList } from '../../components/figure-list/figure-list'
import { FigureSheet, type OpenFigure } from '../../components/figure-sheet/figure-sheet'
import { periodShort, periodText } from '../../components/period/period.shared'
import { PeriodSheet } from '../../components/period/period-sheet'
import { goDown, goUp } from '../../go'
import { kindViews } from '../../kinds'
import { asOfText } from '../../when.shared'
import { ChildrenCard } from './children-card'
import { figureOf } from './figures.shared'
import { FiguresHead } from './figures-head'
import { FiguresSummary } from './figures-summary'
import { MissingCard } from './missing-card'
import { useFigures } from './use-figures'
import './index.scss'

/** 参与统计: who took part in an organisation in a period, drawn before it is listed; every number opens. */
export default function FiguresPage() {
  const state = useFigures()
  const { overview, period, today, view, slice, orgId } = state
  const [choosing, setChoosing] = useState(false)
  const [opened, setOpened] = useState<(OpenFigure & { org: OrgNode }) | null>(null)
  const words = periodText(period, today)

  const open = (figure: Figure, org: OrgNode) => {
    if (overview === null) return
    const scope = `${words}${slice === 'mobile' ? ' · 流动党员' : ''}`
    setOpened({ figure, org, orgName: org.name, scope, asOf: asOfText(overview.asOf) })
  }
  const toMissing = (org: string) => goTo({ page: 'missing', orgId: org, kind: view.kind, ...period, slice })
  const target = (org: OrgNode) => ({ orgId: org.id, kind: view.kind, ...period })
  const links = (org: OrgNode) => [
    ...(org.id === orgId ? [] : [{ text: '看这个组织', onOpen: () => goDown(target(org)) }]),
    { text: '看未参加名单', onOpen: () => toMissing(org.id) },
  ]

  const over = choosing ? (
    <PeriodSheet
      period={period}
      today={today}
      onChoose={(chosen) => {
        state.setPeriod(chosen)
        setChoosing(false)
      }}
      onClose={() => setChoosing(false)}
    />
  ) : (
    opened && <FigureSheet open={opened} links={links(opened.org)} onClose={() => setOpened(null)} />
  )

  return (
    <Page title="参与统计" read={state.read} over={over}>
      {overview && (
        <>
          <FiguresHead
            overview={overview}
            periodWord={periodShort(period, today)}
            onPeriod={() => setChoosing(true)}
            onOrg={(org) => goUp(target(org))}
          />
          <Segmented
            options={kindViews.map(({ kind, label }) => ({ value: kind, text: label }))}
            value={view.kind}
            onChange={state.setKind}
          />
          {state.fault && (
            <Notice icon="offline" action="重试" onAction={state.retry}>
              {`${words}的数字没有取到，下面是${periodText(overview, today)}的。`}
            </Notice>
          )}
          <View className={`l-stack o-figures ${state.turning ? 'o-figures--turning' : ''}`}>
            <FiguresSummary
              overview={overview}
              view={view}
              periodWords={periodText(overview, today)}
              slice={slice}
              onSlice={state.setSlice}
              onFigure={(figure) => open(figure, overview.org)}
            />
            <ChildrenCard
              overview={overview}
              view={view}
              slice={slice}
              onOrg={(org) => goDown(target(org))}
              onFigure={open}
            />
            <MissingCard missing={state.missing} slice={slice} onList={() => toMissing(orgId)} />
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
            <View className="t-xs o-asof">
              <View>{asOfText(overview.asOf)}</View>
              <View>点任何数字，看它的说明</View>
            </View>
          </View>
        </>
      )}
    </Page>
  )
}
