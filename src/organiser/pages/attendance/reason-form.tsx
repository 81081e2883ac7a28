import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Reasons } from '@/components/reasons/reasons'

interface ReasonFormProps<Reason extends string> {
  words: Readonly<Record<Reason, string>>
  action: string
  busy: boolean
  onDone: (reason: Reason, note: string) => void
}

/** A reason among a few, and a word to it. None is chosen beforehand: a preset one would be what most records say. */
export function ReasonForm<Reason extends string>(props: ReasonFormProps<Reason>) {
  const [reason, setReason] = useState<Reason | null>(null)
  const [note, setNote] = useState('')
  return (
    <View className="l-stack">
      <Reasons words={props.words} value={reason} onChoose={setReason} note={note} onNote={setNote} />
      <Button
        busy={props.busy}
        disabled={reason === null}
        onClick={() => reason !== null && props.onDone(reason, note.trim())}
      >
        {props.action}
      </Button>
    </View>
  )
}
