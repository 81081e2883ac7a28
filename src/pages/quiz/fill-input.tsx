import { Input, View } from '@tarojs/components'
import { fieldName } from '@/components/aria/aria'

/** As the contract allows (FillText). */
const MOST_CHARACTERS = 40

interface FillInputProps {
  text: string
  onType: (text: string) => void
  /** The keyboard goes away. */
  onLeave: () => void
}

/** What is written into a gap. While 汉字 are being composed the field says nothing; the text that it is given back is then its own. */
export function FillInput({ text, onType, onLeave }: FillInputProps) {
  return (
    <View className="fill">
      <Input
        className="fill__input"
        value={text}
        type="text"
        maxlength={MOST_CHARACTERS}
        placeholder="在这里填写"
        placeholderClass="fill__placeholder"
        confirmType="done"
        adjustPosition
        cursorSpacing={120}
        {...fieldName('填写答案')}
        onInput={({ detail }) => onType(detail.value)}
        onBlur={onLeave}
        onConfirm={onLeave}
      />
    </View>
  )
}
