import { Text, View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { Card } from '@/components/card/card'
import { tied } from '@/components/phrases/phrases.shared'
import type { Figure } from '@/contracts/stats'
import type { Headline } from '@/domain/metrics'
import { figureOf, type Overview } from './figures.shared'

interface ChangesCardProps {
  overview: Overview
  headlines: readonly Headline[]
  onFigure: (figure: Figure) => void
}

const marks = { up: '▲', down: '▼', same: '＝' } as const

/** A rate that rises is good news; a gap between categories that grows is not, so its sign has no colour. */
const isRate = (code: string): boolean => !code.startsWith('imbalance.')

/** What changed since the period before, in sentences; each opens its figure. Nothing is said of small numbers. */
export function ChangesCard({ overview, headlines, onFigure }: ChangesCardProps) {
  if (headlines.length === 0) return null
  return (
    <Card>
      <View className="t-h3">有什么变化</View>
      {headlines.map(({ code, way, text }) => (
        <View
          key={text}
          className="o-change"
          hoverClass="o-change--pressed"
          onClick={() => onFigure(figureOf(overview.figures, code))}
          {...aria({ role: 'button', label: `${text}，看说明` })}
        >
          <Text className={`o-change__mark ${isRate(code) ? `o-change__mark--${way}` : ''}`}>{marks[way]}</Text>
          <View className="o-change__text">{tied(text)}。</View>
        </View>
      ))}
    </Card>
  )
}
