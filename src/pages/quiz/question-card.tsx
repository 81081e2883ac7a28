import { View } from '@tarojs/components'
import { memo } from 'react'
import { aria } from '@/components/aria/aria'
import { Card } from '@/components/card/card'
import { GapField } from '@/components/gap-field/gap-field'
import { Option } from '@/components/option/option'
import { Tag } from '@/components/tag/tag'
import { optionLetter, partialRuleWords, questionKindWords } from '@/components/words/kind.shared'
import type { PaperItem, PartialRule } from '@/contracts/quiz'
import { isAnswered } from '@/services/quiz-draft.shared'
import type { Answering } from './answering.shared'
import { gapParts } from './quiz.shared'
import { useAnswers } from './use-answering'

interface QuestionCardProps {
  item: PaperItem
  partial: PartialRule
  answering: Answering
}

/** One question with its options or its gap. It looks at its own answer only, so a tap draws this card again and nothing else. */
export const QuestionCard = memo(function QuestionCard({ item, partial, answering }: QuestionCardProps) {
  const answer = useAnswers(answering, ({ draft }) => draft.answers[item.questionId])
  const marked = useAnswers(answering, ({ draft }) => draft.marked.includes(item.questionId))
  const saved = useAnswers(answering, (answers) => answers.saved)
  const kind = questionKindWords[item.kind]
  return (
    <Card className="question">
      <View className="question__kind">
        <Tag>{kind.name}</Tag>
        <View className="t-xs question__hint">{item.kind === 'multiple' ? partialRuleWords[partial] : kind.hint}</View>
        <View
          className={`question__mark ${marked ? 'question__mark--on' : ''}`}
          onClick={() => answering.mark(item)}
          {...aria({ role: 'checkbox', checked: marked, label: '标记这一题，交卷前再看' })}
        >
          {marked ? '★ 已标记' : '☆ 标记'}
        </View>
      </View>
      <Stem item={item} />
      {item.kind === 'fill' ? (
        <GapField
          text={answer?.text ?? ''}
          onType={(text) => answering.type(item, text)}
          onLeave={() => answering.flush()}
        />
      ) : (
        <View className="l-stack">
          {item.options.map((text, option) => (
            <Option
              key={text}
              letter={optionLetter(option)}
              text={text}
              several={item.kind === 'multiple'}
              state={answer?.chosen.includes(option) ? 'on' : 'plain'}
              onClick={() => answering.tap(item, option)}
            />
          ))}
        </View>
      )}
      <View className={`question__saved t-s ${saved ? 't-ok' : 't-red'}`} {...aria({ role: 'status' })}>
        {savedWords(saved, isAnswered(answer))}
      </View>
    </Card>
  )
})

/** The stem; of a fill-in question with its gap as a line. */
function Stem({ item }: { item: PaperItem }) {
  const gap = item.kind === 'fill' ? gapParts(item.stem) : null
  if (gap === null) return <View className="question__stem">{item.stem}</View>
  return (
    <View className="question__stem" {...aria({ role: 'heading', label: `${gap.before}（空）${gap.after}` })}>
      {gap.before}
      <View className="question__gap" />
      {gap.after}
    </View>
  )
}

function savedWords(saved: boolean, answered: boolean): string {
  if (!saved) return '手机存储已满，答案没有存下，请尽快交卷'
  return answered ? '✓ 已存在手机里' : ''
}
