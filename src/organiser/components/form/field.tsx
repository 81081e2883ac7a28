import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import './form.scss'

interface FieldProps {
  name: string
  note?: ReactNode
}

/** A part of a form: its name above it, a word to it below. */
export function Field({ name, note, children }: PropsWithChildren<FieldProps>) {
  return (
    <View>
      <View className="form-field__name">{name}</View>
      {children}
      {note !== undefined && <View className="t-s form-field__note">{note}</View>}
    </View>
  )
}
