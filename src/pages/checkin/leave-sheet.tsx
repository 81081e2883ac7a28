import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Notice } from '@/components/notice/notice'
import { Reasons } from '@/components/reasons/reasons'
import { Sheet } from '@/components/sheet/sheet'
import type { LeaveReason, ThemeDay } from '@/contracts/themeday'
import { leaveWords } from '@/domain/themeday'
import type { Leaving } from './use-leave'

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
        <Reasons words={leaveWords} value={reason} onChoose={setReason} note={note} onNote={setNote} />
      </View>
    </Sheet>
  )
}
