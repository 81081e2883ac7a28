import { View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { Bar } from '@/components/bar/bar'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Segmented } from '@/components/segmented/segmented'
import { discriminationWords, type Order, orNone, shortStem } from './analysis.shared'
import type { useAnalysis } from './use-analysis'

const orders: readonly { value: Order; text: string }[] = [
  { value: 'hard', text: '难的在前' },
  { value: 'weak', text: '区分度低' },
  { value: 'paper', text: '按题号' },
]

/** All questions, each with how many points it earns; a tap opens it. */
export function ItemList({ state }: { state: ReturnType<typeof useAnalysis> }) {
  const { items, more, order, setOrder, showMore, openItem } = state
  return (
    <Card>
      <View className="t-h3">各题</View>
      <View className="analysis__above">
        <Segmented options={orders} value={order} onChange={setOrder} />
      </View>
      {items.map(({ questionId, number, stem, answers, facility, discrimination }) => (
        <View
          key={questionId}
          className="analysis__item"
          hoverClass="analysis__item--pressed"
          onClick={() => openItem(questionId)}
          {...aria({
            role: 'button',
            label: `第 ${number} 题，${stem}，得分率 ${orNone(facility)}，区分度${discriminationWords(discrimination)}，打开看`,
          })}
        >
          <View className="analysis__head">
            <View className="l-grow">
              {number}. {shortStem(stem)}
            </View>
            <View className="analysis__value">{orNone(facility)}</View>
          </View>
          <Bar
            parts={[{ fraction: facility ?? 0, tone: discrimination !== null && discrimination < 0 ? 'gold' : 'red' }]}
          />
          <View className="t-xs analysis__foot">
            {answers} 次作答 · 区分度{discriminationWords(discrimination)}
            {discrimination === null ? '' : `（${orNone(discrimination)}）`}
          </View>
        </View>
      ))}
      {more > 0 && (
        <View className="analysis__above">
          <Button kind="plain" onClick={showMore}>
            再看 {more} 题
          </Button>
        </View>
      )}
    </Card>
  )
}
