import { Text, View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { Card } from '@/components/card/card'
import type { Figure } from '@/contracts/stats'
import { figureWords } from '../../figure-words'
import './figure-list.scss'

/** Figures as rows of a list card: the registry's name and the value; pressing one opens it. */
export function FigureList({ figures, onFigure }: { figures: readonly Figure[]; onFigure: (figure: Figure) => void }) {
  return (
    <Card kind="list">
      {figures.map((figure) => {
        const { name, unit, text } = figureWords(figure)
        const shown = figure.value === null || unit === '%' ? text : `${text} ${unit}`
        return (
          <View
            key={figure.code}
            className="o-more"
            hoverClass="o-more--pressed"
            onClick={() => onFigure(figure)}
            {...aria({ role: 'button', label: `${name}，${shown}，看说明` })}
          >
            <View className="o-more__name">{name}</View>
            <Text className={figure.value === null ? 'o-more__none' : 'o-more__value'}>{shown}</Text>
          </View>
        )
      })}
    </Card>
  )
}
