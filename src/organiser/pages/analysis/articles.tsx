import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Bar } from '@/components/bar/bar'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { sourceWords } from '@/components/words/kind.shared'
import type { Analysis } from '@/contracts/analysis'
import { percent } from './analysis.shared'

const AT_FIRST = 6
/** So many more at a tap. */
const MORE = 20

/** Which articles are least known. */
export function Articles({ analysis: { articles } }: { analysis: Analysis }) {
  const [most, setMost] = useState(AT_FIRST)
  if (articles.length === 0) return null
  const shown = articles.slice(0, most)
  return (
    <Card>
      <View className="t-h3">条文掌握情况</View>
      <View className="t-s">得分率低的在前，答过 20 次以上的才列</View>
      {shown.map(({ source, answers, facility }) => (
        <View key={sourceWords(source)} className="analysis__line">
          <View className="analysis__head">
            <View className="l-grow">
              {sourceWords({ ...source, article: '' })}
              <Text className="t-whole">{source.article}</Text>
              <View className="t-xs">{answers} 次作答</View>
            </View>
            <View className="analysis__value">{percent(facility)}</View>
          </View>
          <Bar parts={[{ fraction: facility }]} />
        </View>
      ))}
      {articles.length > shown.length && (
        <View className="analysis__above">
          <Button kind="plain" onClick={() => setMost(most + MORE)}>
            再看 {Math.min(MORE, articles.length - shown.length)} 条
          </Button>
        </View>
      )}
    </Card>
  )
}
