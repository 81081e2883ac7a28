import { Picker, View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import './form.scss'

interface PickFieldProps<Value extends string> {
  label: string
  options: readonly { readonly value: Value; readonly text: string }[]
  value: Value
  onChange: (value: Value) => void
}

/** One of many, chosen from the phone's own wheel. */
export function PickField<Value extends string>({ label, options, value, onChange }: PickFieldProps<Value>) {
  const at = Math.max(
    0,
    options.findIndex((option) => option.value === value),
  )
  return (
    <Picker
      mode="selector"
      range={options.map(({ text }) => text)}
      value={at}
      onChange={(event) => {
        const chosen = options[Number(event.detail.value)]
        if (chosen) onChange(chosen.value)
      }}
    >
      <View className="form-pick" {...aria({ role: 'button', label: `${label}，${options[at]?.text ?? ''}，更改` })}>
        <View className="l-grow">{options[at]?.text ?? ''}</View>
        <View className="form-pick__mark" {...aria({ hidden: true })}>
          ▾
        </View>
      </View>
    </Picker>
  )
}
