import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Icon } from '@/components/icon/icon'
import { goHome } from '@/components/page/go'
import { Page } from '@/components/page/page'
import { outbox } from '@/services/outbox/outbox'
import type { Parcel } from '@/services/outbox/outbox.shared'
import { keptOf } from '@/services/quiz-close'
import { waitingWords } from './result.shared'

interface WaitingProps {
  parcel: Parcel
  attemptId: string
  /** It was handed in by itself when its time was over. */
  timeUp: boolean
}

/** A paper that is on the phone and not yet with the server. */
export function Waiting({ parcel, attemptId, timeUp }: WaitingProps) {
  const held = parcel.held === true
  const [busy, setBusy] = useState(false)
  const [arriveBy] = useState(() => keptOf(attemptId)?.paper.arriveBy ?? null)
  const send = async () => {
    setBusy(true)
    await outbox.flush(true)
    setBusy(false)
  }
  const foot = (
    <View className="l-cols">
      <Button kind="plain" onClick={goHome}>
        回首页
      </Button>
      <Button busy={busy} onClick={() => void send()}>
        现在上传
      </Button>
    </View>
  )
  return (
    <Page title="答题结果" foot={foot}>
      <Card className="result__top">
        <Icon name={held ? 'alert' : 'upload'} tone="wait" size={48} />
        <View className="t-h2 result__gap">{held ? '先别关小程序' : '答卷已存在手机里'}</View>
        <View className="t-s">{waitingWords(parcel.title, timeUp, arriveBy, Date.now(), held)}</View>
      </Card>
    </Page>
  )
}
