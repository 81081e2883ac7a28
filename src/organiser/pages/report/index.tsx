import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { ListRow } from '@/components/list-row/list-row'
import { goTo } from '@/components/page/go'
import { Page } from '@/components/page/page'
import { Tag } from '@/components/tag/tag'
import type { Figure } from '@/contracts/stats'
import { FigureList } from '../../components/figure-list/figure-list'
import { FigureSheet } from '../../components/figure-sheet/figure-sheet'
import { periodText } from '../../components/period/period.shared'
import { goDown } from '../../go'
import { kindOfCode } from '../../kinds'
import { asOfText } from '../../when.shared'
import { BuildNotice } from './build-notice'
import { Paper } from './paper'
import { listedFigures } from './report.shared'
import { useReport } from './use-report'
import './index.scss'

const stepWords = {
  idle: '下载 Word',
  writing: '正在生成 Word…',
  fetching: '正在下载…',
  done: '再下载一次',
  failed: '再试一次',
} as const

/** 督导报告: the text as it would be printed, each of whose figures opens, and its Word file. */
export default function ReportPage() {
  const { read, report, period, today, building, download } = useReport()
  const [opened, setOpened] = useState<Figure | null>(null)
  const [listed, setListed] = useState(false)
  const busy = building.step === 'writing' || building.step === 'fetching'

  const figureOf = (code: string) => report?.figures.find((figure) => figure.code === code)
  const links = (code: string) => {
    const kind = kindOfCode(code)
    if (kind === null || report === null) return []
    return [
      { text: '看各组织', onOpen: () => goDown({ orgId: report.orgId, kind, ...period }) },
      { text: '看未参加名单', onOpen: () => goTo({ page: 'missing', orgId: report.orgId, kind, ...period }) },
    ]
  }

  const over = opened && report && (
    <FigureSheet
      open={{ figure: opened, orgName: report.orgName, scope: periodText(period, today), asOf: asOfText(report.asOf) }}
      links={links(opened.code)}
      onClose={() => setOpened(null)}
    />
  )
  const foot = (
    <View className="l-stack r-foot">
      <BuildNotice building={building} />
      <Button busy={busy} onClick={() => void download()}>
        {stepWords[building.step]}
      </Button>
    </View>
  )

  return (
    <Page title="督导报告" read={read} foot={foot} over={over}>
      {report && (
        <>
          <View className="l-ends">
            <Tag tone="wait">草稿 · 待人复核</Tag>
            <Text className="t-xs">{asOfText(report.asOf)}</Text>
          </View>
          <Paper document={report.document} onFigure={(code) => setOpened(figureOf(code) ?? null)} />
          <Card kind="list">
            <ListRow
              icon="chart"
              title={`报告用到的数字（${listedFigures(report).length}）`}
              note={listed ? '点一下收起' : '逐个看名称、定义和来源'}
              onClick={() => setListed(!listed)}
            />
          </Card>
          {listed && <FigureList figures={listedFigures(report)} onFigure={setOpened} />}
        </>
      )}
    </Page>
  )
}
