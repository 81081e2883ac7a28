import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Sheet } from '@/components/sheet/sheet'
import { type Place, placesWords } from './quiz.shared'

interface ConfirmSheetProps {
  places: readonly Place[]
  /** What happens after handing in, and until when. */
  note: string
  busy: boolean
  onSubmit: () => void
  /** Back to answering: at the first question without an answer, else the first marked one. */
  onGoOn: () => void
}

/** 交卷吗？ — with what has no answer and what is marked. */
export function ConfirmSheet({ places, note, busy, onSubmit, onGoOn }: ConfirmSheetProps) {
  const blanks = places.filter(({ done }) => !done).map(({ place }) => place)
  const marked = places.filter((one) => one.marked).map(({ place }) => place)
  const open = blanks.length > 0 || marked.length > 0
  const goOn = (
    <Button key="goOn" kind={open ? 'primary' : 'plain'} onClick={onGoOn} disabled={busy}>
      {blanks.length > 0 ? '去补答' : marked.length > 0 ? '去看标记' : '再看看'}
    </Button>
  )
  const handIn = (
    <Button key="handIn" kind={open ? 'plain' : 'primary'} busy={busy} onClick={onSubmit}>
      {busy ? '正在交卷' : '交卷'}
    </Button>
  )
  const title =
    blanks.length > 0
      ? `还有 ${blanks.length} 题没有答`
      : marked.length > 0
        ? `有 ${marked.length} 题做了标记`
        : '都答完了，交卷吗？'
  // With questions left the red button leads back to them: a second tap on 交卷 would otherwise give them up.
  const foot = <View className="l-cols">{open ? [handIn, goOn] : [goOn, handIn]}</View>
  return (
    <Sheet title={title} onClose={onGoOn} foot={foot}>
      {blanks.length > 0 && <View className="t-p">{placesWords(blanks)}没有答，交卷后不能再补。</View>}
      {marked.length > 0 && <View className="t-p">{placesWords(marked)}标记了，要不要再看一眼？</View>}
      <View className="t-s">{note}</View>
    </Sheet>
  )
}
