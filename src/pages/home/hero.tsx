import { View } from '@tarojs/components'
import { ButtonFace } from '@/components/button/button-face'
import { Card } from '@/components/card/card'
import { goTo } from '@/components/page/go'
import { Phrases } from '@/components/phrases/phrases'
import type { TaskWords } from './task-words.shared'

/** The one main thing to do, on red: a tap anywhere on it begins. */
export function Hero({ task }: { task: TaskWords | null }) {
  if (task === null) {
    return (
      <Card>
        <View className="t-h3">眼下没有要做的</View>
        <View className="t-s">该参加的都参加了。有新的答题、微党课和活动时，会出现在这里。</View>
      </Card>
    )
  }
  const { lead, title, note, action, target } = task
  const words = (
    <>
      <View className="hero__lead">{lead}</View>
      <View className="hero__title">
        <Phrases title={title} />
      </View>
      <View className="hero__note">{note}</View>
    </>
  )
  if (target === null) return <Card kind="hero">{words}</Card>
  return (
    <Card kind="hero" onClick={() => goTo(target)} label={`${action}，${title}，${note}`}>
      {words}
      <ButtonFace className="hero__button">{action}</ButtonFace>
    </Card>
  )
}
