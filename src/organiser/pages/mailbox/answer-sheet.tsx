import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Fault } from '@/components/notice/fault'
import { Notice } from '@/components/notice/notice'
import { Sheet } from '@/components/sheet/sheet'
import { TextBox } from '@/components/text-box/text-box'
import { whenWords } from '@/components/words/when.shared'
import { alsoWords, fromWords, kindWords, type MailRow, nextWords } from './mailbox.shared'
import { useAnswer } from './use-answer'

interface AnswerSheetProps {
  letter: MailRow
  /** Of the organisation whose mailbox it is. */
  orgName: string
  /** What was typed before the sheet was closed; undefined: nothing. */
  typed: string | undefined
  onType: (text: string) => void
  onClose: () => void
  onAnswered: () => void
  /** Somebody else answered: the letter is to be read again. */
  onChanged: () => void
}

/** A letter in full, and the answer to it. Closing the sheet keeps what was typed. */
export function AnswerSheet({ letter, orgName, typed, onType, onClose, onAnswered, onChanged }: AnswerSheetProps) {
  const { busy, fault, answer } = useAnswer(letter, onAnswered, onChanged)
  const text = typed ?? letter.reply?.text ?? ''
  const also = alsoWords(letter, orgName)
  const now = Date.now()
  const foot = (
    <Button busy={busy} disabled={text.trim().length < 5} onClick={() => void answer(text)}>
      {letter.reply ? '改好，重新答复' : '答复'}
    </Button>
  )
  return (
    <Sheet title={kindWords[letter.kind]} onClose={onClose} foot={foot}>
      <View className="l-stack">
        <View className="t-s">
          {fromWords(letter)} · {whenWords(letter.sentAt, now)}
        </View>
        {also && <View className="t-s">{also}</View>}
        {letter.unchecked && <Notice>微信的内容检查拿不准，请您自己判断。</Notice>}
        <View className="t-p mailbox__text">{letter.text}</View>
        {letter.reply && typed !== undefined && typed !== letter.reply.text && (
          <View className="t-s mailbox__text">
            {letter.reply.orgName}已在{whenWords(letter.reply.at, now)}答复：{letter.reply.text}
          </View>
        )}
        <Fault words={fault} />
        <TextBox value={text} onChange={onType} label="写答复" hint="怎么办、什么时候办，写给来信人看。" most={1000} />
        <View className="t-xs">{nextWords[letter.kind]}</View>
      </View>
    </Sheet>
  )
}
