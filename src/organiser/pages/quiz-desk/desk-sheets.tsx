import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Sheet } from '@/components/sheet/sheet'
import { untilWords } from '@/components/words/when.shared'
import { QUIZ_UNDO_MS } from '@/domain/quiz'
import { AskSheet } from '../../components/form/ask-sheet'
import { Field } from '../../components/form/field'
import { WhenField } from '../../components/form/when-field'
import { type Desk, laterThan } from './desk.shared'

interface AskProps {
  desk: Desk
  busy: boolean
  onClose: () => void
}

/** The question before it is closed: who has a paper goes on, and for some minutes it can be undone. */
export function CloseSheet({ desk, busy, onClose, onDone }: AskProps & { onDone: () => void }) {
  const { row, release } = desk
  return (
    <AskSheet title="提前截止？" yes="现在截止" no="先不截止" busy={busy} onYes={onDone} onClose={onClose}>
      <View className="t-p">截止以后不再发新答卷。已经打开答卷的，可以答到自己的时限，交上来照样算数。</View>
      {release === 'afterClose' && (
        <View className="t-p">答案仍在原定的 {untilWords(row.closesAt, desk.now)} 以后公布。</View>
      )}
      <View className="t-s">点错了，{QUIZ_UNDO_MS / 60_000} 分钟内可以撤销；以后要接着答，可以延长截止时间。</View>
    </AskSheet>
  )
}

/** A later end. */
export function ExtendSheet({ desk, busy, onClose, onDone }: AskProps & { onDone: (closesAt: number) => void }) {
  const { row, now } = desk
  const [closesAt, setClosesAt] = useState(() => laterThan(row.closesAt, now))
  const isLater = closesAt > row.closesAt && closesAt > now
  const foot = (
    <Button busy={busy} disabled={!isLater} onClick={() => onDone(closesAt)}>
      {isLater ? `延长到 ${untilWords(closesAt, now)}` : '请选更晚的时间'}
    </Button>
  )
  return (
    <Sheet title="延长截止时间" onClose={onClose} foot={foot}>
      <View className="l-stack">
        <View className="t-p">现在是 {untilWords(row.closesAt, now)} 截止。</View>
        <Field name="改到">
          <WhenField label="截止" value={closesAt} now={now} isEnd onChange={setClosesAt} />
        </Field>
        <View className="t-s">没答完的答卷跟着延长，没来得及答的党员可以接着答。延长以后不能再缩短。</View>
      </View>
    </Sheet>
  )
}
