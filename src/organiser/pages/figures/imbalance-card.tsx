import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '@/components/aria/aria'
import { Card } from '@/components/card/card'
import { tied } from '@/components/phrases/phrases.shared'
import type { Figure } from '@/contracts/stats'
import { categoryRows } from '@/domain/metrics'
import { CategoryBars } from '../../components/category-bars/category-bars'
import type { KindView } from '../../kinds'
import { byRate, gapWords, incomparable, type Overview } from './figures.shared'

interface ImbalanceCardProps {
  overview: Overview
  view: KindView
  /** The period before, in words. */
  before: string
  onFigure: (figure: Figure) => void
}

const rateNames = { quiz: '参学率', lesson: '参学率', attendance: '到会率', coverage: '覆盖率' } as const

/** 哪里不平衡: the categories of branches by a rate, and in words how far they are apart. */
export function ImbalanceCard({ overview, view, before, onFigure }: ImbalanceCardProps) {
  const [chosen, setChosen] = useState<string>(view.byCategory[0] ?? 'quiz')
  const rate = view.byCategory.find((one) => one === chosen) ?? view.byCategory[0] ?? 'quiz'
  const rows = categoryRows(overview.figures, rate)
  // of one category there is nothing to compare
  if (rows.length < 2) return null
  if (rows.every(({ figure }) => figure.value === null)) {
    return (
      <Card>
        <View className="t-h3">哪里不平衡</View>
        <View className="t-s">{incomparable(rows.map(({ figure }) => figure))}</View>
      </Card>
    )
  }
  const words = gapWords(rows, categoryRows(overview.before?.figures ?? [], rate), before)
  const some = rows.some(({ figure }) => figure.state === 'suppressed')
  return (
    <Card>
      <View className="l-ends">
        <View className="t-h3">哪里不平衡</View>
        {view.byCategory.length > 1 ? (
          <View className="o-slices__choice">
            {view.byCategory.map((one) => (
              <View
                key={one}
                className={`o-slices__one ${one === rate ? 'o-slices__one--on' : ''}`}
                onClick={() => setChosen(one)}
                {...aria({ role: 'radio', checked: one === rate })}
              >
                <Text className="o-slices__word">{rateNames[one]}</Text>
              </View>
            ))}
          </View>
        ) : (
          <Text className="t-xs">{rateNames[rate]}，括号内为支部数</Text>
        )}
      </View>
      <CategoryBars rows={byRate(rows)} onFigure={onFigure} />
      {words && (
        <View className="o-gap">
          {words.text} <Text className="o-gap__points t-whole">{words.points} 个百分点</Text>
          {tied(words.against)}。
        </View>
      )}
      {some && (
        <View className="t-xs o-gap-note">不足五个支部的类别不单列；为防止从总数倒推，有时最小的一类也不单列。</View>
      )}
    </Card>
  )
}
