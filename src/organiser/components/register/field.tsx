import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import './register.scss'

/** A field of a form with its name above and what helps to fill it in below. */
export const Field = ({ name, help, children }: PropsWithChildren<{ name: string; help?: ReactNode }>) => (
  <View className="reg-field">
    <View className="t-h3 reg-field__name">{name}</View>
    {children}
    {help !== undefined && <View className="t-s reg-field__help">{help}</View>}
  </View>
)
