import { View } from '@tarojs/components'
import { aria } from '../aria/aria'
import { barWidth } from './bar.shared'
import './bar.scss'

export interface BarPart {
  /** 0..1 of the whole bar. */
  fraction: number
  tone?: 'red' | 'soft' | 'ok' | 'gold' | 'grey'
}

interface BarProps {
  parts: readonly BarPart[]
  /** `thick`: 14 px, for a chart. */
  size?: 'thin' | 'thick'
  /** What a screen reader says; without it the bar is hidden from it, because a text beside it has the value. */
  label?: string
}

/** A bar of one or several parts. */
export function Bar({ parts, size = 'thin', label }: BarProps) {
  return (
    <View className={`bar bar--${size}`} {...aria(label ? { role: 'img', label } : { hidden: true })}>
      {parts.map((part, index) => (
        <View
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a bar have no identity but their place
          key={index}
          className={`bar__part bar__part--${part.tone ?? 'red'}`}
          style={{ width: barWidth(part.fraction) }}
        />
      ))}
    </View>
  )
}
