import { View } from '@tarojs/components'
import { aria } from '../aria/aria'
import './option.scss'

interface OptionProps {
  letter: string
  text: string
  /** `on`: chosen; `good`, `bad`: after grading. */
  state?: 'plain' | 'on' | 'good' | 'bad'
  /** What it is, in words, after grading: colour alone does not say it. */
  note?: string
  /** Several may be chosen. */
  several?: boolean
  onClick?: () => void
}

/** An option of a question: the whole card is the target. */
export function Option({ letter, text, state = 'plain', note, several = false, onClick }: OptionProps) {
  const role = several ? 'checkbox' : 'radio'
  const press = onClick
    ? { onClick, ...aria({ role, checked: state === 'on', label: letter === '' ? text : `${letter}，${text}` }) }
    : {}
  return (
    <View className={`option option--${state} ${onClick ? 'option--press' : ''}`} {...press}>
      <View className={`option__letter ${several ? 'option__letter--several' : ''}`}>{letter}</View>
      <View className="option__words">
        <View>{text}</View>
        {note && <View className="option__note">{note}</View>}
      </View>
    </View>
  )
}
