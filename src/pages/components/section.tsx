import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'

interface SectionProps {
  /** Its name in the code. */
  name: string
  /** When to use it, and when not. */
  use: string
}

/** One component of the catalogue: its name, when to use it, and it itself. */
export function Section({ name, use, children }: PropsWithChildren<SectionProps>) {
  return (
    <View className="catalogue">
      <View className="t-h3">{name}</View>
      <View className="t-s catalogue__use">{use}</View>
      <View className="l-stack">{children}</View>
    </View>
  )
}
