import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Notice } from '@/components/notice/notice'
import { Option } from '@/components/option/option'
import { Tag } from '@/components/tag/tag'
import { optionLetter, questionKindWords } from '@/components/words/kind.shared'
import type { OutputOf } from '@/contracts/action'
import type { getLesson } from '@/contracts/lesson'
import type { CheckState } from './use-lesson'

interface CheckCardProps {
  question: OutputOf<typeof getLesson>['check']
  chosen: readonly number[]
  check: CheckState
  waiting: boolean
  onChoose: (option: number) => void
  onAnswer: () => void
}

/** The question at the end of a lesson: a wrong answer costs nothing. */
export function CheckCard({ question, chosen, check, waiting, onChoose, onAnswer }: CheckCardProps) {
  const sending = check.phase === 'sending'
  const kind = questionKindWords[question.kind]
  return (
    <Card className="l-stack">
      <View className="l-ends">
        <View className="t-h2">学完答一题</View>
        <Tag>{kind.name}</Tag>
      </View>
      <View className="lesson__stem">{question.stem}</View>
      {question.options.map((text, option) => (
        <Option
          key={text}
          letter={optionLetter(option)}
          text={text}
          several={question.kind === 'multiple'}
          state={chosen.includes(option) ? 'on' : 'plain'}
          onClick={sending ? undefined : () => onChoose(option)}
        />
      ))}
      {check.phase === 'wrong' && <Notice>还差一点。回到上面再看看，换个选择试试，不计次数。</Notice>}
      {check.phase === 'refused' && <Notice tone="red">{check.message}</Notice>}
      {waiting && <Notice icon="upload">答案已存在手机里，联网后自动送出，再告诉您对不对。</Notice>}
      <Button busy={sending} disabled={chosen.length === 0} onClick={onAnswer}>
        {chosen.length === 0 ? '选好答案再提交' : check.phase === 'wrong' ? '再试一次' : '提交答案'}
      </Button>
    </Card>
  )
}
