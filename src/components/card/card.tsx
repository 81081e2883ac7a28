import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { aria } from '../aria/aria'
import './card.scss'

interface CardProps {
  /** `hero`: white on red, one to a page. `list`: rows bring their own space. */
  kind?: 'plain' | 'hero' | 'list'
  className?: string
  /** Makes the whole card a button, read out as `label`. */
  onClick?: () => void
  label?: string
}

/** A white card on the ground. */
export function Card({ kind = 'plain', className = '', onClick, label, children }: PropsWithChildren<CardProps>) {
  const press = onClick ? { onClick, hoverClass: 'card--pressed', ...aria({ role: 'button', label }) } : {}
  return (
    <View className={`card card--${kind} ${onClick ? 'card--press' : ''} ${className}`} {...press}>
      {children}
    </View>
  )
}
