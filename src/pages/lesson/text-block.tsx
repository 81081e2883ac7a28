import { View } from '@tarojs/components'
import { Card } from '@/components/card/card'
import { sourceWords } from '@/components/words/kind.shared'
import type { LessonBlock } from '@/contracts/lesson'

/** A section to read, with its source. */
export function TextBlock({ block }: { block: Extract<LessonBlock, { type: 'text' }> }) {
  return (
    <Card>
      <View className="t-h2">{block.heading}</View>
      {block.paragraphs.map((paragraph) => (
        <View key={paragraph} className="lesson__paragraph">
          {paragraph}
        </View>
      ))}
      <View className="lesson__source">依据：{sourceWords(block.source)}</View>
    </Card>
  )
}
