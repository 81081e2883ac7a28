import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { aria, fieldName } from '@/components/aria/aria'
import { codeDigits } from './checkin.shared'
import './code-input.scss'

const places = [0, 1, 2, 3, 4, 5] as const

interface CodeInputProps {
  value: string
  onChange: (digits: string) => void
}

/** Six large boxes, one to a digit; the field that takes the typing lies over them, unseen. */
export function CodeInput({ value, onChange }: CodeInputProps) {
  const [focused, setFocused] = useState(false)
  return (
    <View className="code">
      <View className="code__boxes" {...aria({ hidden: true })}>
        {places.map((place) => (
          <View key={place} className={`code__box ${focused && place === value.length ? 'code__box--here' : ''}`}>
            {value[place] ?? ''}
          </View>
        ))}
      </View>
      <Input
        className="code__field"
        type="number"
        maxlength={6}
        value={value}
        onInput={(event) => onChange(codeDigits(event.detail.value))}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        {...fieldName('六位数字签到码')}
      />
    </View>
  )
}
