import { View } from '@tarojs/components'
import { useState } from 'react'
import { AskSheet } from '../../components/form/ask-sheet'
import { DayField } from '../../components/register/day-field'

interface EndSheetProps {
  name: string
  today: string
  busy: boolean
  fault: string | null
  onEnd: (until: string) => void
  onClose: () => void
}

/** Asked before an indicator ends; it can be let go on later. */
export function EndSheet({ name, today, busy, fault, onEnd, onClose }: EndSheetProps) {
  const [until, setUntil] = useState(today)
  return (
    <AskSheet
      title={`结束“${name}”？`}
      yes="结束填报"
      no="先不结束"
      busy={busy}
      problem={fault}
      onYes={() => onEnd(until)}
      onClose={onClose}
    >
      <View className="t-p">这一天以后结束的各期不再填报，报过的都还在。以后可以恢复。</View>
      <DayField name="最后一天" day={until} end="2099-12-31" onDay={setUntil} />
    </AskSheet>
  )
}
