import { View } from '@tarojs/components'
import type { Fact } from './quiz.shared'

/** What one should know of a quiz, a line each. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <View className="facts">
      {facts.map(({ name, value }) => (
        <View key={name} className="facts__one">
          <View className="t-s facts__name">{name}</View>
          <View className="t-p facts__value">{value}</View>
        </View>
      ))}
    </View>
  )
}
