import { Text, View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { Card } from '@/components/card/card'
import { Tag } from '@/components/tag/tag'
import type { Result } from '@/contracts/quiz'
import { countedWords, countsWords, lateWords, numberWords, otherWords, verdictOf } from './result.shared'

/** The marks of a paper, how it went in words, and whether it counts. */
export function Score({ result, now }: { result: Result; now: number }) {
  const { title, score, maxScore, counts, attemptsLeft, mode } = result
  const counted = countedWords(result)
  const late = lateWords(result, now)
  const other = otherWords(result, now)
  return (
    <Card className="result__top">
      <View className="t-s">
        <Text className="t-whole">{title}，</Text>
        <Text className="t-whole">{numberWords(result)}</Text>
      </View>
      <View className="result__score" {...aria({ role: 'heading', label: `${score} 分，满分 ${maxScore} 分` })}>
        {score}
        <View className="result__unit">分</View>
      </View>
      <View className="t-h3 result__verdict">{verdictOf(result)}</View>
      <Tag tone={counted.tone}>{counted.text}</Tag>
      <View className="t-s result__counts">{countsWords(counts)}</View>
      {attemptsLeft > 0 && mode === 'exam' && <View className="t-s">还可再答 {attemptsLeft} 次</View>}
      {late && <View className="t-s result__note">{late}</View>}
      {other && <View className="t-s result__note">{other}</View>}
    </Card>
  )
}
