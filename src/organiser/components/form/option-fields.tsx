import { View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { TextLine } from '@/components/text-line/text-line'
import { optionLetter } from '@/components/words/kind.shared'
import type { QuestionKind } from '@/contracts/quiz'
import './option-fields.scss'

interface OptionFieldsProps {
  kind: QuestionKind
  options: readonly string[]
  /** Places of the right ones, ascending. */
  marked: readonly number[]
  /** What a screen reader calls an option, before its letter. */
  label: string
  onOptions: (options: string[]) => void
  onMarked: (marked: number[]) => void
}

/** The options of a question that is being written, each behind the letter that marks it as right; of 判断 the two are given. */
export function OptionFields({ kind, options, marked, label, onOptions, onMarked }: OptionFieldsProps) {
  const mark = (index: number) => {
    const several = marked.includes(index) ? marked.filter((one) => one !== index) : [...marked, index]
    onMarked(kind === 'multiple' ? several.sort((a, b) => a - b) : [index])
  }
  return (
    <>
      {options.map((option, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an option has no identity but its place
        <View key={index} className="option-field">
          <View
            className={`option-field__letter ${marked.includes(index) ? 'option-field__letter--on' : ''}`}
            onClick={() => mark(index)}
            {...aria({
              role: kind === 'multiple' ? 'checkbox' : 'radio',
              checked: marked.includes(index),
              label: `${optionLetter(index)} 是正确的`,
            })}
          >
            {optionLetter(index)}
          </View>
          <View className="l-grow">
            {kind === 'judge' ? (
              <View className="t-p">{option}</View>
            ) : (
              <TextLine
                value={option}
                onChange={(text) => onOptions(options.map((old, at) => (at === index ? text : old)))}
                label={`${label} ${optionLetter(index)}`}
                hint={index < 2 ? '写一个选项' : '可以不写'}
                most={80}
              />
            )}
          </View>
        </View>
      ))}
    </>
  )
}
