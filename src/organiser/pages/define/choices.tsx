import { View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { toggled } from './define.shared'

interface ChoicesProps<Value extends string> {
  options: readonly { readonly value: Value; readonly text: string }[]
  chosen: readonly Value[]
  onChange: (chosen: Value[]) => void
}

/** Several of some, each a button that stays pressed. */
export function Choices<Value extends string>({ options, chosen, onChange }: ChoicesProps<Value>) {
  const all = options.map(({ value }) => value)
  return (
    <View className="define__choices">
      {options.map(({ value, text }) => {
        const on = chosen.includes(value)
        return (
          <View
            key={value}
            className={`define__choice ${on ? 'define__choice--on' : ''}`}
            onClick={() => onChange(toggled(all, chosen, value))}
            {...aria({ role: 'checkbox', checked: on })}
          >
            {text}
          </View>
        )
      })}
    </View>
  )
}
