import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Notice } from '@/components/notice/notice'
import { Sheet } from '@/components/sheet/sheet'
import { TextLine } from '@/components/text-line/text-line'
import type { PlannedDay } from '@/contracts/plan-days'
import { Chips } from '../../components/form/chips'
import { spanWords } from './plan-days.shared'

interface CancelSheetProps {
  day: PlannedDay
  now: number
  busy: boolean
  problem: string | null
  onCancel: (reason: string) => void
  onClose: () => void
}

const usual = ['与上级安排冲突', '天气原因', '改在下个月一起开'].map((text) => ({ value: text, text }))

/** Why a theme day is called off: members read it. */
export function CancelSheet({ day, now, busy, problem, onCancel, onClose }: CancelSheetProps) {
  const [reason, setReason] = useState('')
  const ready = reason.trim().length >= 2
  const foot = (
    <View className="l-cols">
      <Button kind="plain" onClick={onClose}>
        不取消
      </Button>
      <Button busy={busy} disabled={!ready} onClick={() => onCancel(reason.trim())}>
        {ready ? '取消活动' : '先写原因'}
      </Button>
    </View>
  )
  return (
    <Sheet title="取消这次活动？" onClose={onClose} foot={foot}>
      <View className="l-stack">
        {problem && (
          <Notice tone="red" icon="alert">
            {problem}
          </Notice>
        )}
        <View className="t-p">
          {day.title}，{spanWords(day, now)}。
        </View>
        <Chips options={usual} value={[reason]} onPress={setReason} />
        <TextLine value={reason} onChange={setReason} label="取消的原因" hint="也可以自己写" most={60} />
        <View className="t-s">党员会看到“已取消”和原因，不计应到。活动时间过去以前，随时可以恢复。</View>
      </View>
    </Sheet>
  )
}
