import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Icon } from '@/components/icon/icon'
import { goHome } from '@/components/page/go'
import { Page } from '@/components/page/page'
import { outbox } from '@/services/outbox/outbox'
import type { Refusal } from '@/services/outbox/outbox.shared'
import { handInAgain, keptOf } from '@/services/quiz-close'
import { sentBackWords } from './result.shared'

/** A paper that the server would not take when it arrived: why, and what is left to do. */
export function SentBack({ refusal, attemptId }: { refusal: Refusal; attemptId: string }) {
  const [busy, setBusy] = useState(false)
  const kept = keptOf(attemptId)
  const leave = () => {
    outbox.dismiss(refusal.id)
    goHome()
  }
  const again = async () => {
    setBusy(true)
    await handInAgain(attemptId)
    setBusy(false)
  }
  const foot = kept ? (
    <View className="l-cols">
      <Button kind="plain" onClick={goHome}>
        以后再说
      </Button>
      <Button busy={busy} onClick={() => void again()}>
        再送一次
      </Button>
    </View>
  ) : (
    <Button onClick={leave}>知道了，回首页</Button>
  )
  return (
    <Page title="答题结果" foot={foot}>
      <Card className="result__top">
        <Icon name="alert" tone="wait" size={48} />
        <View className="t-h2 result__gap">这份答卷没有收下</View>
        <View className="t-p">{refusal.message}</View>
        <View className="t-s result__gap">{sentBackWords(refusal.title, kept !== null)}</View>
      </Card>
    </Page>
  )
}
