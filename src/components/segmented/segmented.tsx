import { View } from '@tarojs/components'
import { aria } from '../aria/aria'
import './segmented.scss'

interface SegmentedProps<Value extends string> {
  options: readonly { readonly value: Value; readonly text: string }[]
  value: Value
  onChange: (value: Value) => void
}

/** A choice of one among two to four, all of them seen. */
export function Segmented<Value extends string>({ options, value, onChange }: SegmentedProps<Value>) {
  return (
    <View className="segmented">
      {options.map((option) => (
        <View
          key={option.value}
          className={`segmented__one ${option.value === value ? 'segmented__one--on' : ''}`}
          onClick={() => onChange(option.value)}
          {...aria({ role: 'radio', checked: option.value === value })}
        >
          {option.text}
        </View>
      ))}
    </View>
  )
}
