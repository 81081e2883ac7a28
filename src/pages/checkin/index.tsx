import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Icon } from '@/components/icon/icon'
import { Notice } from '@/components/notice/notice'
import { goTo } from '@/components/page/go'
import { Page } from '@/components/page/page'
import { whenWords } from '@/components/words/when.shared'
import type { ThemeDay } from '@/contracts/themeday'
import { CheckInCard } from './check-in-card'
import { themeDayIn, tokenIn } from './checkin.shared'
import { DayCard } from './day-card'
import { useCheckIn } from './use-checkin'
import './index.scss'

/** A theme day: what it is about, and checking in to it. Opened with `token`, it checks in at once. */
export default function CheckInPage() {
  const params = useRouter<{ themeDayId?: string; token?: string }>().params
  const token = params.token ? tokenIn(params.token) : null
  const themeDayId = params.themeDayId ?? (token ? themeDayIn(token) : '')
  const { read, day, stage, state, waiting, sendScanned, sendCode, refresh } = useCheckIn(themeDayId, token)
  return (
    <Page title="主题党日" read={read}>
      {day && stage && (
        <>
          {stage === 'done' && <Success day={day} />}
          {stage === 'open' && (
            <CheckInCard
              state={state}
              waiting={waiting}
              onScanned={sendScanned}
              onCode={sendCode}
              onRefresh={refresh}
            />
          )}
          <DayCard day={day} stage={stage} />
          {stage === 'before' && (
            <Notice tone="grey" icon="clock" action="刷新" onAction={refresh}>
              支部书记打开签到后，在这里扫码或输入数字码。
            </Notice>
          )}
          {stage === 'over' && <Notice tone="grey">签到已经结束。如已到场，请联系支部书记补录。</Notice>}
          {day.canManage && (
            <Button kind="quiet" onClick={() => goTo({ page: 'board', themeDayId: day.id })}>
              主持签到（书记用）
            </Button>
          )}
        </>
      )}
    </Page>
  )
}

/** The check-in has arrived. */
function Success({ day }: { day: ThemeDay }) {
  return (
    <Card className="checkin__success">
      <View className="checkin__tick">
        <Icon name="check" tone="ok" size={48} />
      </View>
      <View className="t-h1">签到成功</View>
      <View className="t-s">
        {day.checkedInAt !== null && whenWords(day.checkedInAt, Date.now())}
        {day.channel === 'proxy' ? '，由书记代录' : ''}，已计入参与
      </View>
    </Card>
  )
}
