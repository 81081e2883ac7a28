import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Notice } from '@/components/notice/notice'
import { Option } from '@/components/option/option'
import { Sheet } from '@/components/sheet/sheet'
import { TextLine } from '@/components/text-line/text-line'
import type { LeaveReason, ThemeDay } from '@/contracts/themeday'
import { leaveWords } from '@/domain/themeday'
import type { Leaving } from './use-leave'

const reasons = Object.entries(leaveWords) as [LeaveReason, string][]

interface LeaveSheetProps {
  leave: ThemeDay['leave']
  leaving: Leaving
  onClose: () => void
}

/** Asking for leave, changing it, taking it back. */
export function LeaveSheet({ leave, leaving, onClose }: LeaveSheetProps) {
  const [reason, setReason] = useState<LeaveReason | null>(leave?.reason ?? null)
  const [note, setNote] = useState(leave?.note ?? '')
  const close = async (work: Promise<boolean>) => {
    if (await work) onClose()
  }
  const foot = (
    <View className="l-stack">
      <Button
        busy={leaving.busy}
        disabled={reason === null}
        onClick={() => reason && void close(leaving.ask(reason, note.trim()))}
      >
        {leave ? '改好了' : '向支部请假'}
      </Button>
      {leave && (
        <Button kind="plain" busy={leaving.busy} onClick={() => void close(leaving.withdraw())}>
          不请假了，我能来
        </Button>
      )}
    </View>
  )
  return (
    <Sheet title={leave ? '修改请假' : '请假'} onClose={onClose} foot={foot}>
      <View className="l-stack">
        {leaving.refusal && <Notice tone="red">{leaving.refusal}</Notice>}
        {reasons.map(([value, text]) => (
          <Option
            key={value}
            letter={value === reason ? '✓' : ''}
            text={text}
            state={value === reason ? 'on' : 'plain'}
            onClick={() => setReason(value)}
          />
        ))}
        <TextLine value={note} onChange={setNote} label="补充说明" hint="补充说明（可以不写）" most={100} />
      </View>
    </Sheet>
  )
}
