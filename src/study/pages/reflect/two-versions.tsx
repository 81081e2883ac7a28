import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Notice } from '@/components/notice/notice'
import { whenWords } from '@/components/words/when.shared'
import type { Reflection } from '@/contracts/writing'

interface TwoVersionsProps {
  text: string
  other: Reflection
  busy: boolean
  onMine: () => void
  onOther: () => void
}

/** A text from another phone and this one's draft: the writer says which of them stands. Neither is lost before. */
export function TwoVersions({ text, other, busy, onMine, onOther }: TwoVersionsProps) {
  return (
    <>
      <Notice>这篇心得有两稿，请选一稿。选定之前，两稿都在。</Notice>
      <Card className="l-stack">
        <View className="t-h3">已经交的一稿</View>
        <View className="t-s">{whenWords(other.writtenAt, Date.now())}交</View>
        <View className="reflect__text">{other.text}</View>
        <Button kind="plain" onClick={onOther}>
          就用这一稿
        </Button>
      </Card>
      <Card className="l-stack">
        <View className="t-h3">这部手机上的一稿</View>
        <View className="reflect__text">{text}</View>
        <Button busy={busy} onClick={onMine}>
          换成这一稿
        </Button>
      </Card>
    </>
  )
}
