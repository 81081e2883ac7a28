import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { goTo } from '@/components/page/go'
import type { TaskWords } from './task-words.shared'

/** The one main thing to do, on red. */
export function Hero({ task }: { task: TaskWords | null }) {
  if (task === null) {
    return (
      <Card>
        <View className="t-h3">眼下没有要做的</View>
        <View className="t-s">该参加的都参加了。有新的答题、微党课和活动时，会出现在这里。</View>
      </Card>
    )
  }
  const { target } = task
  return (
    <Card kind="hero">
      <View className="hero__lead">{task.lead}</View>
      <View className="hero__title">{task.title}</View>
      <View className="hero__note">{task.note}</View>
      {target && (
        <Button kind="onRed" className="hero__button" onClick={() => goTo(target)}>
          {task.action}
        </Button>
      )}
    </Card>
  )
}
