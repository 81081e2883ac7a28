import { Input, View } from '@tarojs/components'
import { useState } from 'react'

/** As the contract allows (FillText). */
const MOST_CHARACTERS = 40

interface FillInputProps {
  text: string
  onType: (text: string) => void
  /** The keyboard goes away. */
  onLeave: () => void
}

/** What is written into a gap. The field keeps its own text: setting it back at every key would break the input of 汉字. */
export function FillInput({ text, onType, onLeave }: FillInputProps) {
  const [first] = useState(text)
  return (
    <View className="fill">
      <Input
        className="fill__input"
        value={first}
        type="text"
        maxlength={MOST_CHARACTERS}
        placeholder="在这里填写"
        placeholderClass="fill__placeholder"
        confirmType="done"
        adjustPosition
        cursorSpacing={120}
        ariaLabel="填写答案"
        onInput={({ detail }) => onType(detail.value)}
        onBlur={onLeave}
        onConfirm={onLeave}
      />
    </View>
  )
}
