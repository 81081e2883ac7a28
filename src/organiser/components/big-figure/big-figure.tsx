import { Text, View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import type { Figure } from '@/contracts/stats'
import type { Change } from '@/domain/metrics'
import { changeWords } from '@/domain/metrics'
import { figureWords } from '../../figure-words'
import { changeMark, numberSize } from './big-figure.shared'
import './big-figure.scss'

interface BigFigureProps {
  figure: Figure
  /** The word under the number, shorter than the registry's name, which opens with a tap. */
  label: string
  accent?: boolean
  /** How it stands against the period before (`of`, in words); null when there is nothing to compare. */
  change?: { readonly change: Change; readonly of: string } | null
  onOpen: (figure: Figure) => void
}

/** A large number with its word; pressing it opens what it means. */
export function BigFigure({ figure, label, accent = false, change = null, onOpen }: BigFigureProps) {
  const { name, text } = figureWords(figure)
  const against = change ? `，${changeWords(change.change, change.of)}` : ''
  const value = figure.value === null ? 'none' : numberSize(text)
  return (
    <View
      className="o-big"
      hoverClass="o-big--pressed"
      onClick={() => onOpen(figure)}
      {...aria({ role: 'button', label: `${name}，${text}${against}，看说明` })}
    >
      <View className={`o-big__value o-big__value--${value} ${accent ? 'o-big__value--accent' : ''}`}>{text}</View>
      <Text className="o-big__label">{label}</Text>
      {change && (
        <Text className={`o-big__change o-big__change--${change.change.way}`}>{changeMark(change.change)}</Text>
      )}
    </View>
  )
}
