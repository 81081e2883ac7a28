import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Fault } from '@/components/notice/fault'
import { statement } from '@/components/words/consent.shared'
import { identity } from '@/services/identity'
import { CallError } from '@/services/transport/call-error'

/** The statement on personal information has changed since the person agreed: what it says now, and agreeing again. */
export function RenewCard({ onAgreed }: { onAgreed: () => void }) {
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const agree = async () => {
    setBusy(true)
    setFault(null)
    try {
      await identity.renewConsent()
      onAgreed()
    } catch (thrown) {
      setFault(CallError.from(thrown).message)
    }
    setBusy(false)
  }
  return (
    <Card>
      <View className="t-h3">个人信息说明有更新，请您看一眼</View>
      {statement.map(({ title, text }) => (
        <View key={title} className="data__statement">
          <View className="t-s data__what">{title}</View>
          <View className="t-p">{text}</View>
        </View>
      ))}
      <Fault words={fault} />
      <View className="data__buttons">
        <Button busy={busy} onClick={() => void agree()}>
          我已看过并同意
        </Button>
      </View>
    </Card>
  )
}
