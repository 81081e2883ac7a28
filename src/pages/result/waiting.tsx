import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Icon } from '@/components/icon/icon'
import { goHome } from '@/components/page/go'
import { Page } from '@/components/page/page'
import { outbox } from '@/services/outbox/outbox'
import type { Parcel } from '@/services/outbox/outbox.shared'

/** A paper that is on the phone and not yet with the server. */
export function Waiting({ parcel }: { parcel: Parcel }) {
  const [busy, setBusy] = useState(false)
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
        <Icon name="upload" tone="wait" size={48} />
        <View className="t-h2 result__gap">答卷已存在手机里</View>
        <View className="t-s">《{parcel.title}》还没有送出，联网后自动上传，不用重做。送到后在这里看成绩和解析。</View>
      </Card>
    </Page>
  )
}
