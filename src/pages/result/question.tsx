import { View } from '@tarojs/components'
import { memo } from 'react'
import { Card } from '@/components/card/card'
import { Option } from '@/components/option/option'
import { Tag } from '@/components/tag/tag'
import { Why } from '@/components/why/why'
import { optionLetter } from '@/components/words/kind.shared'
import { fillLinesOf, linesOf, type Numbered, verdictWords } from './result.shared'

/** A graded question: what was right, what was chosen or written, why, and the article behind it. */
export const Question = memo(function Question({ number, item }: Numbered) {
  const verdict = verdictWords[item.verdict]
  return (
    <Card>
      <View className="l-ends">
        <Tag tone={verdict.tone}>
          第 {number} 题 · {verdict.name}
        </Tag>
        <View className="t-xs">
          得 {item.earned} / {item.points} 分
        </View>
      </View>
      <View className="result__stem">{item.stem}</View>
      {item.full && <View className="t-s t-gold">这道题改为全员得分</View>}
      <View className="l-stack result__lines">
        {item.kind === 'fill'
          ? fillLinesOf(item).map(({ text, state, note }) => (
              <Option key={note} letter={state === 'good' ? '✓' : '✕'} text={text} state={state} note={note} />
            ))
          : linesOf(item).map(({ option, text, state, note }) => (
              <Option
                key={option}
                letter={optionLetter(option)}
                text={text}
                state={state}
                note={note}
                several={item.kind === 'multiple'}
              />
            ))}
      </View>
      <Why explanation={item.explanation} source={item.source} />
    </Card>
  )
})
