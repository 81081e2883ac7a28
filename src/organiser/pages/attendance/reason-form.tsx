import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Reasons } from '@/components/reasons/reasons'

interface ReasonFormProps<Reason extends string> {
  words: Readonly<Record<Reason, string>>
  first: Reason
  action: string
  busy: boolean
  onDone: (reason: Reason, note: string) => void
}

/** A reason among a few, and a word to it. */
export function ReasonForm<Reason extends string>(props: ReasonFormProps<Reason>) {
  const [reason, setReason] = useState<Reason>(props.first)
  const [note, setNote] = useState('')
  return (
    <View className="l-stack">
      <Reasons words={props.words} value={reason} onChoose={setReason} note={note} onNote={setNote} />
      <Button busy={props.busy} onClick={() => props.onDone(reason, note.trim())}>
        {props.action}
      </Button>
    </View>
  )
}
