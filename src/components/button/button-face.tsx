import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { aria } from '../aria/aria'
import './button.scss'

/** What looks like a button on a card that is one button as a whole: a finger may come down anywhere, and a screen reader hears the card once. */
export function ButtonFace({ className = '', children }: PropsWithChildren<{ className?: string }>) {
  return (
    <View className={`button button--onRed ${className}`} {...aria({ hidden: true })}>
      {children}
    </View>
  )
}
