import { View } from '@tarojs/components'
import { Card } from '@/components/card/card'
import { Option } from '@/components/option/option'
import { Tag } from '@/components/tag/tag'
import { optionLetter, questionKindWords } from '@/components/words/kind.shared'
import type { PaperItem } from '@/contracts/quiz'

interface QuestionCardProps {
  item: PaperItem
  chosen: readonly number[]
  /** Whether the phone has what was chosen. */
  saved: boolean
  onTap: (option: number) => void
}

/** One question with its options. */
export function QuestionCard({ item, chosen, saved, onTap }: QuestionCardProps) {
  const kind = questionKindWords[item.kind]
  return (
    <Card className="question">
      <View className="question__kind">
        <Tag>{kind.name}</Tag>
        <View className="t-xs question__hint">{kind.hint}</View>
      </View>
      <View className="question__stem">{item.stem}</View>
      <View className="l-stack">
        {item.options.map((text, option) => (
          <Option
            key={text}
            letter={optionLetter(option)}
            text={text}
            several={item.kind === 'multiple'}
            state={chosen.includes(option) ? 'on' : 'plain'}
            onClick={() => onTap(option)}
          />
        ))}
      </View>
      <View className={`question__saved t-s ${saved ? 't-ok' : 't-red'}`}>{savedWords(saved, chosen.length > 0)}</View>
    </Card>
  )
}

function savedWords(saved: boolean, answered: boolean): string {
  if (!saved) return '手机存储已满，答案没有存下，请尽快交卷'
  return answered ? '✓ 已存在手机里' : ''
}
