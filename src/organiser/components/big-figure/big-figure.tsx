import { Text, View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import type { Figure } from '@/contracts/stats'
import { figureWords } from '../../figure-words'
import { numberSize } from './big-figure.shared'
import './big-figure.scss'

interface BigFigureProps {
  figure: Figure
  /** The word under the number, shorter than the registry's name, which opens with a tap. */
  label: string
  accent?: boolean
  onOpen: (figure: Figure) => void
}

/** A large number with its word; pressing it opens what it means. */
export function BigFigure({ figure, label, accent = false, onOpen }: BigFigureProps) {
  const { name, text } = figureWords(figure)
  const value = figure.value === null ? 'none' : numberSize(text)
  return (
    <View
      className="o-big"
      hoverClass="o-big--pressed"
      onClick={() => onOpen(figure)}
      {...aria({ role: 'button', label: `${name}，${text}，看说明` })}
    >
      <View className={`o-big__value o-big__value--${value} ${accent ? 'o-big__value--accent' : ''}`}>{text}</View>
      <Text className="o-big__label">{label}</Text>
    </View>
  )
}
