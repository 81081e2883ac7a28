import { View } from '@tarojs/components'
import type { SourceRef } from '@/contracts/common'
import { sourceWords } from '../words/kind.shared'
import './why.scss'

/** Why an answer is right, and the article that says so. */
export function Why({ explanation, source }: { explanation: string; source: SourceRef }) {
  return (
    <View className="why">
      <View className="why__words">{explanation}</View>
      <View className="why__source">依据：{sourceWords(source)}</View>
    </View>
  )
}
