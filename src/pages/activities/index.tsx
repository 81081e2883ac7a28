import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Notice } from '@/components/notice/notice'
import { goTo } from '@/components/page/go'
import { Page } from '@/components/page/page'
import { RemindButton } from '@/components/remind/remind-button'
import { StateView } from '@/components/state-view/state-view'
import { monthWords } from '@/components/words/month.shared'
import { themeDayIn, tokenIn } from '../checkin/checkin.shared'
import { canScan, scan } from '../checkin/scan'
import { byMonth, nowOf } from './activities.shared'
import { NowCard } from './now-card'
import { ThemeDayRow } from './theme-day-row'
import { useActivities } from './use-activities'
import './index.scss'

/** 活动: the member's theme days. What is on comes first, then what is to come, then what has been, month by month. */
export default function ActivitiesPage() {
  const { read, list, past, hasMore, busy, failure, more } = useActivities()
  const [wrong, setWrong] = useState(false)
  const now = list ? list.now + Math.max(0, Date.now() - (read.at ?? Date.now())) : 0
  const first = list && nowOf(list.coming, now)
  const coming = list?.coming.filter((row) => row !== first) ?? []
  const onScan = async () => {
    const text = await scan()
    if (text === null) return
    const token = tokenIn(text)
    setWrong(token === null)
    if (token) goTo({ page: 'checkin', themeDayId: themeDayIn(token), token })
  }
  return (
    <Page title="活动" read={read} tab="activities">
      {wrong && <Notice tone="red">这不是签到码，请扫书记手机上的主题党日签到码。</Notice>}
      {first && <NowCard row={first} now={now} onScan={canScan ? () => void onScan() : null} />}
      {list && coming.length > 0 && (
        <View>
          <View className="acts__heading t-s">今天和以后</View>
          <Card kind="list">
            {coming.map((row) => (
              <ThemeDayRow key={row.id} row={row} now={now} />
            ))}
          </Card>
          <RemindButton templates={['themeDay']}>活动前提醒我一次</RemindButton>
        </View>
      )}
      {list && list.coming.length === 0 && (
        <Card>
          <StateView icon="calendar" title="近期没有主题党日" hint="支部安排好以后，会出现在这里和首页。" />
        </Card>
      )}
      {byMonth(past).map(({ month, rows }) => (
        <View key={month}>
          <View className="acts__heading t-s">{monthWords(month)}</View>
          <Card kind="list">
            {rows.map((row) => (
              <ThemeDayRow key={row.id} row={row} now={now} />
            ))}
          </Card>
        </View>
      ))}
      {failure && <Notice tone="red">{failure}</Notice>}
      {hasMore && (
        <Button kind="quiet" busy={busy} onClick={() => void more()}>
          看更早的
        </Button>
      )}
    </Page>
  )
}
