import { View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { Card } from '@/components/card/card'
import { GapField } from '@/components/gap-field/gap-field'
import { Option } from '@/components/option/option'
import { Tag } from '@/components/tag/tag'
import { Why } from '@/components/why/why'
import { optionLetter, questionKindWords } from '@/components/words/kind.shared'
import type { HandbookItem } from '@/contracts/handbook'
import { answerAloud, questionAloud } from '../../book/aloud.shared'
import { ReadAloud } from '../../book/read-aloud'
import { Stem } from '../../book/stem'
import { shownOption } from './question-view.shared'
import type { Practice } from './use-practice'

interface QuestionViewProps {
  practice: Practice
  item: HandbookItem
  /** It was wrong before in this round. */
  again: boolean
}

/** A question being practised, and then what was right and why. */
export function QuestionView({ practice, item, again }: QuestionViewProps) {
  const { order, verdict } = practice
  const kind = questionKindWords[item.kind]
  const shown = { ...item, options: order.map((original) => item.options[original] ?? '') }
  return (
    <Card>
      <View className="l-ends">
        <View className="practise__kind">
          <Tag>{kind.name}</Tag>
          <View className="t-xs">{again ? '刚才没答对，再来一次' : kind.hint}</View>
        </View>
        <ReadAloud text={verdict ? answerAloud(item) : questionAloud(shown)} label={verdict ? '读答案' : '读题'} />
      </View>
      <Stem item={item} filled={verdict ? item.accepted[0] : ''} />
      {item.kind === 'fill' ? (
        <Gap practice={practice} item={item} />
      ) : (
        <View className="l-stack">
          {shown.options.map((text, option) => (
            <Option
              key={text}
              letter={optionLetter(option)}
              text={text}
              several={item.kind === 'multiple'}
              {...shownOption(practice, item, option)}
              onClick={verdict ? undefined : () => practice.tap(option)}
            />
          ))}
        </View>
      )}
      {verdict && (
        <View className="practise__verdict" {...aria({ role: 'alert' })}>
          <Tag size="large" tone={verdict.right ? 'ok' : 'red'}>
            {verdict.right ? '答对了' : '没答对，看看为什么'}
          </Tag>
        </View>
      )}
      {verdict && <Why explanation={item.explanation} source={item.source} />}
    </Card>
  )
}

/** The gap of a fill-in question: what is written, and afterwards what was and what would have been right. */
function Gap({ practice: { text, verdict, type }, item }: { practice: Practice; item: HandbookItem }) {
  if (verdict) {
    const words = `您填的：${text}`
    return <View className="t-p">{verdict.right ? words : `${words}。答案：${item.accepted.join('，或 ')}`}</View>
  }
  return <GapField text={text} onType={type} />
}
