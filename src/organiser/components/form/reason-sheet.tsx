import { View } from '@tarojs/components'
import { useState } from 'react'
import { TextBox } from '@/components/text-box/text-box'
import { AskSheet } from './ask-sheet'
import { Chips } from './chips'

interface ReasonSheetProps {
  title: string
  /** What it is about. */
  about?: string
  /** Reasons that are often given, a tap each. */
  usual: readonly string[]
  hint: string
  /** Who reads it, and what comes of it. */
  note: string
  yes: string
  no: string
  busy: boolean
  problem: string | null
  onYes: (reason: string) => void
  onClose: () => void
}

/** Asked before something for which somebody else must read a reason of two characters or more. */
export function ReasonSheet({
  title,
  about,
  usual,
  hint,
  note,
  yes,
  no,
  busy,
  problem,
  onYes,
  onClose,
}: ReasonSheetProps) {
  const [reason, setReason] = useState('')
  const given = reason.trim()
  const lacking = given.length < 2
  return (
    <AskSheet
      {...{ title, no, busy, problem, onClose }}
      yes={lacking ? '先写原因' : yes}
      off={lacking}
      onYes={() => onYes(given)}
    >
      {about !== undefined && <View className="t-p">{about}</View>}
      <Chips options={usual.map((text) => ({ value: text, text }))} value={[reason]} onPress={setReason} />
      <TextBox value={reason} onChange={setReason} label="原因" hint={hint} most={60} />
      <View className="t-s">{note}</View>
    </AskSheet>
  )
}
