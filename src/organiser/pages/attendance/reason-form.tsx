import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Option } from '@/components/option/option'
import { TextLine } from '@/components/text-line/text-line'

interface ReasonFormProps<Reason extends string> {
  words: Readonly<Record<Reason, string>>
  first: Reason
  note?: string
  action: string
  busy: boolean
  onDone: (reason: Reason, note: string) => void
}

/** A reason among a few, and a word to it. */
export function ReasonForm<Reason extends string>(props: ReasonFormProps<Reason>) {
  const [reason, setReason] = useState<Reason>(props.first)
  const [note, setNote] = useState(props.note ?? '')
  return (
    <View className="l-stack">
      {(Object.entries(props.words) as [Reason, string][]).map(([value, text]) => (
        <Option
          key={value}
          letter={value === reason ? '✓' : ''}
          text={text}
          state={value === reason ? 'on' : 'plain'}
          onClick={() => setReason(value)}
        />
      ))}
      <TextLine value={note} onChange={setNote} label="补充说明" hint="补充说明（可以不写）" most={100} />
      <Button busy={props.busy} onClick={() => props.onDone(reason, note.trim())}>
        {props.action}
      </Button>
    </View>
  )
}
