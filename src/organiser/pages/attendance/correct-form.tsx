import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { TextLine } from '@/components/text-line/text-line'

interface CorrectFormProps {
  /** The record was taken back: it can be made valid again. */
  withdrawn: boolean
  busy: boolean
  onDone: (reason: string) => void
}

/** Taking a record back, or making it valid again: a visible correction with its reason. */
export function CorrectForm({ withdrawn, busy, onDone }: CorrectFormProps) {
  const [reason, setReason] = useState('')
  const isShort = reason.trim().length < 2
  return (
    <View className="l-stack">
      <View className="t-p">
        {withdrawn ? '核对后确认到场了，可以恢复这条记录。' : '记错了可以撤回，改为没有参加。更正会留下记录和理由。'}
      </View>
      <TextLine value={reason} onChange={setReason} label="更正理由" hint="为什么更正" most={100} />
      <Button
        kind={withdrawn ? 'primary' : 'quiet'}
        busy={busy}
        disabled={isShort}
        onClick={() => onDone(reason.trim())}
      >
        {withdrawn ? '恢复，算到场' : '撤回这条记录'}
      </Button>
    </View>
  )
}
