import { View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { Card } from '@/components/card/card'
import type { Analysis } from '@/contracts/analysis'
import { consistencyWords } from './analysis.shared'

const one = (value: number): string => (Math.round(value * 10) / 10).toString()

/** How the papers went: mean, median, spread, and the distribution of the points. */
export function Marks({ analysis: { test, spread, quiz } }: { analysis: Analysis }) {
  if (!test) return null
  const most = Math.max(1, ...spread)
  const full = quiz.paper * quiz.pointsEach
  const label = spread.map((papers, i) => `${i * 10}% 到 ${(i + 1) * 10}%：${papers} 份`).join('，')
  const numbers = [
    { name: '平均分', value: one(test.mean) },
    { name: '中位分', value: one(test.median) },
    { name: '标准差', value: test.standardDeviation === null ? '—' : one(test.standardDeviation) },
  ]
  return (
    <Card>
      <View className="l-cols">
        {numbers.map(({ name, value }) => (
          <View key={name}>
            <View className="analysis__number">{value}</View>
            <View className="t-s">{name}</View>
          </View>
        ))}
      </View>
      <View className="analysis__columns" {...aria({ role: 'img', label: `分数分布，满分 ${full} 分。${label}` })}>
        {spread.map((papers, bin) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a bin is its place
          <View key={bin} className="analysis__column">
            <View className="t-xs">{papers > 0 ? papers : ''}</View>
            <View className="analysis__fill" style={{ height: `${Math.round((papers / most) * 84)}px` }} />
          </View>
        ))}
      </View>
      <View className="analysis__axis t-xs">
        <View>0 分</View>
        <View>{full / 2} 分</View>
        <View>{full} 分</View>
      </View>
      <View className="t-s analysis__above">{consistencyWords(test.consistency)}</View>
      {test.standardError !== null && (
        <View className="t-s">{`一份答卷的分数，上下 ${one(test.standardError)} 分以内可能只是运气。`}</View>
      )}
    </Card>
  )
}
