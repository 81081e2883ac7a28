import { Input, View } from '@tarojs/components'
import { fieldName } from '../aria/aria'
import './text-line.scss'

interface TextLineProps {
  value: string
  onChange: (text: string) => void
  /** What to type, for a screen reader. */
  label: string
  hint: string
  most: number
  /** `digit`: with a point. */
  kind?: 'text' | 'number' | 'digit'
  /** Wide apart and large, as a code is typed. */
  code?: boolean
}

/** A field of one line, at least 52 px high. */
export function TextLine({ value, onChange, label, hint, most, kind = 'text', code = false }: TextLineProps) {
  return (
    <View className={`text-line ${code ? 'text-line--code' : ''}`}>
      <Input
        className="text-line__field"
        type={kind}
        value={value}
        maxlength={most}
        placeholder={hint}
        placeholderClass="text-line__hint"
        onInput={(event) => onChange(event.detail.value)}
        {...fieldName(label)}
      />
    </View>
  )
}
