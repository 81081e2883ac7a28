import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Fault } from '@/components/notice/fault'
import { Notice } from '@/components/notice/notice'
import { Segmented } from '@/components/segmented/segmented'
import { Sheet } from '@/components/sheet/sheet'
import { useOutboxState } from '@/services/outbox/use-outbox'
import { leavingWords, waitingLoss, writingsWords } from './data.shared'
import { useLeaving } from './use-leaving'

const choices = [
  { value: 'keep', text: '留着' },
  { value: 'delete', text: '一起删掉' },
] as const

/** Withdrawing the consent: what happens, in plain words; what becomes of one's own texts; and one confirmation. */
export function LeaveSheet({ onClose }: { onClose: () => void }) {
  const [writings, setWritings] = useState<'keep' | 'delete'>('keep')
  const { leaving, fault, leave } = useLeaving()
  const { parcels } = useOutboxState()
  const loss = waitingLoss(parcels.length)
  const foot = (
    <View className="l-stack">
      <Fault words={fault} />
      <View className="l-cols">
        <Button kind="plain" disabled={leaving} onClick={onClose}>
          不撤回了
        </Button>
        <Button busy={leaving} onClick={() => void leave(writings === 'delete')}>
          确认撤回
        </Button>
      </View>
    </View>
  )
  return (
    <Sheet title="撤回同意，解除绑定" onClose={leaving ? () => {} : onClose} foot={foot}>
      {leavingWords.map((words) => (
        <View key={words} className="data__point t-p">
          {words}
        </View>
      ))}
      {loss && <Notice icon="upload">{loss}</Notice>}
      <View className="t-h3 data__ask">笔记、心得和练习记录怎么办？</View>
      <Segmented options={choices} value={writings} onChange={setWritings} />
      <View className="t-s data__told">{writingsWords[writings]}</View>
    </Sheet>
  )
}
