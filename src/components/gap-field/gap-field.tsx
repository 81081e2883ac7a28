import { Input, View } from '@tarojs/components'
import { fieldName } from '../aria/aria'
import './gap-field.scss'

/** As the contract allows (FillText). */
const MOST_CHARACTERS = 40

interface GapFieldProps {
  text: string
  onType: (text: string) => void
  /** The keyboard goes away. */
  onLeave?: () => void
}

/** What is written into the gap of a question. While 汉字 are being composed the field says nothing; the text that it is given back is then its own. */
export function GapField({ text, onType, onLeave }: GapFieldProps) {
  return (
    <View className="gap-field">
      <Input
        className="gap-field__input"
        value={text}
        type="text"
        maxlength={MOST_CHARACTERS}
        placeholder="在这里填写"
        placeholderClass="gap-field__placeholder"
        confirmType="done"
        adjustPosition
        cursorSpacing={120}
        {...fieldName('填写答案')}
        onInput={({ detail }) => onType(detail.value)}
        onBlur={() => onLeave?.()}
        onConfirm={() => onLeave?.()}
      />
    </View>
  )
}
