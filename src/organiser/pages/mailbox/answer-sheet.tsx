import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Notice } from '@/components/notice/notice'
import { Sheet } from '@/components/sheet/sheet'
import { TextBox } from '@/components/text-box/text-box'
import { whenWords } from '@/components/words/when.shared'
import { me } from '@/services/me'
import { CallError } from '@/services/transport/call-error'
import { fromWords, kindWords, type MailRow, nextWords } from './mailbox.shared'

interface AnswerSheetProps {
  letter: MailRow
  onClose: () => void
  onAnswered: () => void
}

/** A letter in full, and the answer to it. */
export function AnswerSheet({ letter, onClose, onAnswered }: AnswerSheetProps) {
  const [text, setText] = useState(letter.reply?.text ?? '')
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const send = async () => {
    setBusy(true)
    setFault(null)
    try {
      await me.answer(letter.id, text.trim())
      onAnswered()
    } catch (thrown) {
      setFault(CallError.from(thrown).message)
      setBusy(false)
    }
  }
  const foot = (
    <Button busy={busy} disabled={text.trim().length < 5} onClick={() => void send()}>
      {letter.reply ? '改好，重新答复' : '答复'}
    </Button>
  )
  return (
    <Sheet title={kindWords[letter.kind]} onClose={onClose} foot={foot}>
      <View className="l-stack">
        <View className="t-s">
          {fromWords(letter)} · {whenWords(letter.sentAt, Date.now())}
        </View>
        {letter.unchecked && <Notice>微信的内容检查拿不准，请您自己判断。</Notice>}
        <View className="t-p mailbox__text">{letter.text}</View>
        {fault && (
          <Notice tone="red" icon="alert">
            {fault}
          </Notice>
        )}
        <TextBox value={text} onChange={setText} label="写答复" hint="怎么办、什么时候办，写给来信人看。" most={1000} />
        <View className="t-xs">{nextWords[letter.kind]}</View>
      </View>
    </Sheet>
  )
}
