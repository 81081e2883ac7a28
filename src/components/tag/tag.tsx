import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import './tag.scss'

interface TagProps {
  tone?: 'red' | 'ok' | 'wait' | 'gold' | 'grey'
  /** `large`: 15 px, for a value such as the remaining time. */
  size?: 'normal' | 'large'
  className?: string
}

/** A short state or kind, in a wash of its colour. */
export function Tag({ tone = 'red', size = 'normal', className = '', children }: PropsWithChildren<TagProps>) {
  return <View className={`tag tag--${tone} tag--${size} ${className}`}>{children}</View>
}
