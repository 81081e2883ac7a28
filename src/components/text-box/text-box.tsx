import { Textarea, View } from '@tarojs/components'
import { fieldName } from '../aria/aria'
import './text-box.scss'

interface TextBoxProps {
  value: string
  onChange: (text: string) => void
  /** What to write, for a screen reader and as a hint in the empty box. */
  label: string
  hint: string
  /** At most so many characters. */
  most: number
}

/** A box to write in, with how much room is left once it gets little. */
export function TextBox({ value, onChange, label, hint, most }: TextBoxProps) {
  const left = most - value.length
  return (
    <View className="text-box">
      <Textarea
        className="text-box__field"
        value={value}
        maxlength={most}
        placeholder={hint}
        placeholderClass="text-box__hint"
        onInput={(event) => onChange(event.detail.value)}
        {...fieldName(label)}
      />
      {left <= 100 && <View className="t-xs text-box__left">还能写 {left} 字</View>}
    </View>
  )
}
