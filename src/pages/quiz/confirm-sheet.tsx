import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Sheet } from '@/components/sheet/sheet'
import { remainingWords } from '@/components/words/when.shared'
import { placesWords } from './quiz.shared'

interface ConfirmSheetProps {
  blanks: readonly number[]
  remaining: number
  busy: boolean
  onSubmit: () => void
  /** Back to answering: at the first question without an answer when there is one. */
  onGoOn: () => void
}

/** 交卷吗？ — with how many questions have no answer. */
export function ConfirmSheet({ blanks, remaining, busy, onSubmit, onGoOn }: ConfirmSheetProps) {
  const missing = blanks.length > 0
  const goOn = (
    <Button key="goOn" kind={missing ? 'primary' : 'plain'} onClick={onGoOn} disabled={busy}>
      {missing ? '去补答' : '再看看'}
    </Button>
  )
  const handIn = (
    <Button key="handIn" kind={missing ? 'plain' : 'primary'} busy={busy} onClick={onSubmit}>
      {busy ? '正在交卷' : '交卷'}
    </Button>
  )
  // With questions left the red button leads back to them: a second tap on 交卷 would otherwise give them up.
  const foot = <View className="l-cols">{missing ? [handIn, goOn] : [goOn, handIn]}</View>
  return (
    <Sheet title={missing ? `还有 ${blanks.length} 题没有答` : '都答完了，交卷吗？'} onClose={onGoOn} foot={foot}>
      {missing && <View className="t-p">{placesWords(blanks)}没有答，交卷后不能再补。</View>}
      <View className="t-s">剩余时间 {remainingWords(remaining)}，交卷后马上看到结果和解析。</View>
    </Sheet>
  )
}
