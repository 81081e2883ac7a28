import { View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import './form.scss'

interface ChipsProps<Value extends string> {
  options: readonly { readonly value: Value; readonly text: string }[]
  /** Those that are chosen. */
  value: readonly Value[]
  /** Several may be chosen. */
  several?: boolean
  onPress: (value: Value) => void
}

/** Short choices that are all seen, as many to a line as fit. */
export function Chips<Value extends string>({ options, value, several = false, onPress }: ChipsProps<Value>) {
  return (
    <View className="form-chips">
      {options.map((option) => {
        const on = value.includes(option.value)
        return (
          <View
            key={option.value}
            className={`form-chips__one ${on ? 'form-chips__one--on' : ''}`}
            onClick={() => onPress(option.value)}
            {...aria({ role: several ? 'checkbox' : 'radio', checked: on })}
          >
            {option.text}
          </View>
        )
      })}
    </View>
  )
}
