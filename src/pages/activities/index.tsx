import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Notice } from '@/components/notice/notice'
import { ErrorState } from '@/components/page/error-state'
import { goTo } from '@/components/page/go'
import { Page } from '@/components/page/page'
import { RemindButton } from '@/components/remind/remind-button'
import { themeDayIn } from '@/components/scan/scan.shared'
import { ScanButton } from '@/components/scan/scan-button'
import { ScanTrouble } from '@/components/scan/scan-trouble'
import { useScan } from '@/components/scan/use-scan'
import { StateView } from '@/components/state-view/state-view'
import { monthWords } from '@/components/words/month.shared'
import { canScan } from '@/services/platform/scan'
import { byMonth, nowOf, scansNow } from './activities.shared'
import { NowCard } from './now-card'
import { ThemeDayRow } from './theme-day-row'
import { useActivities } from './use-activities'
import './index.scss'

/** Where the six digits are typed from here. */
const DIGITS = '点开今天的主题党日，输入书记报的六位数字'

/** 活动: the member's theme days. What is on comes first, then what is to come, then what has been, month by month. */
export default function ActivitiesPage() {
  const { read, list, past, hasMore, busy, failure, more } = useActivities()
  const now = list ? list.now + Math.max(0, Date.now() - (read.at ?? Date.now())) : 0
  const first = list && nowOf(list.coming, now)
  const coming = list?.coming.filter((row) => row !== first) ?? []
  const scanning = useScan((token) => goTo({ page: 'checkin', themeDayId: themeDayIn(token), token }))
  const onCard = canScan && first !== null && scansNow(first, now, read.stale)
  // a code can be scanned whatever could be read: it says itself which theme day it is of
  const unread = list === null && !read.loading
  return (
    <Page title="活动" read={unread ? undefined : read} tab="activities">
      {first && <NowCard row={first} now={now} onScan={onCard ? () => void scanning.press() : null} />}
      <ScanTrouble trouble={scanning.trouble} digits={DIGITS} />
      {!onCard && (list || unread) && (
        <ScanButton kind="quiet" digits={DIGITS}>
          扫一扫签到
        </ScanButton>
      )}
      {unread && <ErrorState error={read.error} onRetry={() => void read.reload()} />}
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
