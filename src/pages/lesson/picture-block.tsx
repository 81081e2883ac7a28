import { View } from '@tarojs/components'
import { Card } from '@/components/card/card'
import type { LessonBlock } from '@/contracts/lesson'
import { Drawing } from './drawing'

/** A drawing and what to see in it. */
export function PictureBlock({ block }: { block: Extract<LessonBlock, { type: 'picture' }> }) {
  return (
    <Card>
      <Drawing svg={block.svg} alt={block.alt} />
      <View className="lesson__caption">{block.caption}</View>
    </Card>
  )
}
