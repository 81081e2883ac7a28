import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { ListRow } from '@/components/list-row/list-row'
import { goTo } from '@/components/page/go'
import { Page } from '@/components/page/page'
import { useRead } from '@/components/page/use-read'
import { StateView } from '@/components/state-view/state-view'
import { Tag } from '@/components/tag/tag'
import { dayOf, type Period } from '@/domain/time/day'
import { report } from '@/services/report'
import { periodText, presetPeriod } from '../../components/period/period.shared'
import { PeriodSheet } from '../../components/period/period-sheet'
import { whenText } from '../../when.shared'
import { byPeriod, type Reports, stateOf } from './reports.shared'

/** An organisation's reports: one row for each period with its latest version; and a new one. */
export default function ReportsPage() {
  const { params } = useRouter()
  const orgId = params.orgId ?? ''
  const read = useRead<Reports>({ name: `reports:${orgId}`, load: () => report.list({ orgId }) })
  const [today] = useState(() => dayOf(Date.now()))
  const [choosing, setChoosing] = useState(false)
  const list = read.data
  const open = ({ from, to }: Period) => goTo({ page: 'report', orgId, from, to })
  const now = Date.now()
  const over = choosing && (
    <PeriodSheet
      period={presetPeriod('month', today)}
      today={today}
      onChoose={(period) => {
        setChoosing(false)
        open(period)
      }}
      onClose={() => setChoosing(false)}
    />
  )
  const foot = list?.mayOpen ? <Button onClick={() => setChoosing(true)}>新建报告</Button> : undefined
  return (
    <Page title="督导报告" read={read} foot={foot} over={over}>
      {list && (
        <>
          <View>
            <View className="t-h2">{list.org.name}</View>
            <View className="t-s">数字来自记录，起草、复核、签发由三位同志办理</View>
          </View>
          {list.reports.length === 0 ? (
            <Card>
              <StateView
                icon="report"
                title="还没有报告"
                hint={list.mayOpen ? '点“新建报告”，选好时间段，正文会按记录自动写好。' : '起草以后，会出现在这里。'}
              />
            </Card>
          ) : (
            <Card kind="list">
              {byPeriod(list.reports).map(({ latest }) => {
                const { tone, words } = stateOf(latest)
                return (
                  <ListRow
                    key={`${latest.from}.${latest.to}`}
                    icon="report"
                    title={periodText(latest, today)}
                    note={`第 ${latest.version} 版 · ${whenText(latest.updatedAt, now)}`}
                    end={<Tag tone={tone}>{words}</Tag>}
                    onClick={() => open(latest)}
                  />
                )
              })}
            </Card>
          )}
        </>
      )}
    </Page>
  )
}
