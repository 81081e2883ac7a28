import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Fault } from '@/components/notice/fault'
import { Sheet } from '@/components/sheet/sheet'
import { TextBox } from '@/components/text-box/text-box'

export interface Asked {
  readonly title: string
  /** What happens then, and whether it can be undone. */
  readonly explained: string
  readonly button: string
  /** The words that are asked for; left out: only a yes. */
  readonly words?: { readonly label: string; readonly hint: string }
}

interface WordsSheetProps {
  asked: Asked
  busy: boolean
  problem: string | null
  onDone: (words: string) => void
  onClose: () => void
}

/** A question before something that others notice: with a reason, or only whether. */
export function WordsSheet({ asked, busy, problem, onDone, onClose }: WordsSheetProps) {
  const [words, setWords] = useState('')
  const ready = !asked.words || words.trim().length >= 2
  const foot = (
    <Button busy={busy} disabled={!ready} onClick={() => onDone(words.trim())}>
      {ready ? asked.button : '先写一句'}
    </Button>
  )
  return (
    <Sheet title={asked.title} onClose={onClose} foot={foot}>
      <View className="l-stack">
        <Fault words={problem} />
        <View className="t-body">{asked.explained}</View>
        {asked.words && (
          <TextBox value={words} onChange={setWords} label={asked.words.label} hint={asked.words.hint} most={300} />
        )}
      </View>
    </Sheet>
  )
}
