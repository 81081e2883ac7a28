import { Text, View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import type { Category } from '@/contracts/identity'
import type { Figure } from '@/contracts/stats'
import { categoryNames } from '@/domain/metrics'
import { figureWords, inColumn } from '../../figure-words'
import { heatBand } from '../rate-bars/rate-bars.shared'
import './category-bars.scss'

interface CategoryBarsProps {
  rows: readonly { readonly category: Category; readonly figure: Figure }[]
  onFigure: (figure: Figure) => void
}

const widthOf = (rate: number): string => `${Math.round(Math.min(1, Math.max(0, rate)) * 1000) / 10}%`

/** Categories of branches drawn by a rate, with how many branches each has; one that is not shown by itself has an outline and no bar. */
export function CategoryBars({ rows, onFigure }: CategoryBarsProps) {
  return (
    <View>
      {rows.map(({ category, figure }) => {
        const { text } = figureWords(figure)
        const n = figure.organisations ?? 0
        const shown = figure.state === 'suppressed' ? '不单列' : inColumn(text)
        return (
          <View
            key={category}
            className="o-cat"
            hoverClass="o-cat--pressed"
            onClick={() => onFigure(figure)}
            {...aria({ role: 'button', label: `${categoryNames[category]}，${n} 个支部，${text}，看说明` })}
          >
            <View className="o-cat__name">
              {categoryNames[category]}
              <Text className="o-cat__n">（{n}）</Text>
            </View>
            <View className={`o-cat__track ${figure.value === null ? 'o-cat__track--none' : ''}`}>
              {figure.value !== null && (
                <View
                  className={`o-rate__fill o-rate__fill--${heatBand(figure.value)}`}
                  style={{ width: widthOf(figure.value) }}
                />
              )}
            </View>
            <Text className={`o-cat__text ${figure.value === null ? 'o-cat__text--none' : ''}`}>{shown}</Text>
          </View>
        )
      })}
    </View>
  )
}
