import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Fault } from '@/components/notice/fault'
import { Option } from '@/components/option/option'
import { Sheet } from '@/components/sheet/sheet'
import { TextBox } from '@/components/text-box/text-box'
import { optionLetter } from '@/components/words/kind.shared'
import { type ReflectionRow, usualReasons } from './reflections.shared'

interface ReturnSheetProps {
  row: ReflectionRow
  busy: boolean
  /** Why it could not be sent back; what was written stays. */
  problem: string | null
  onClose: () => void
  onReturn: (reason: string) => void
}

/** Why a reflection goes back: one of the usual reasons, or the secretary's own words. */
export function ReturnSheet({ row, busy, problem, onClose, onReturn }: ReturnSheetProps) {
  const [reason, setReason] = useState('')
  const ready = reason.trim().length >= 2
  const foot = (
    <Button busy={busy} disabled={!ready} onClick={() => onReturn(reason.trim())}>
      {ready ? '发给作者' : '先写一句意见'}
    </Button>
  )
  return (
    <Sheet title={`请${row.name}改一改`} onClose={onClose} foot={foot}>
      <View className="l-stack">
        <Fault words={problem} />
        {usualReasons.map((usual, index) => (
          <Option
            key={usual}
            letter={optionLetter(index)}
            text={usual}
            state={reason === usual ? 'on' : 'plain'}
            onClick={() => setReason(usual)}
          />
        ))}
        <TextBox value={reason} onChange={setReason} label="您的意见" hint="也可以自己写，话说得暖一些。" most={100} />
        <View className="t-s">作者会看到这句话，改好后可以再交；收错了，随时可以再收下。</View>
      </View>
    </Sheet>
  )
}
