import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Tag } from '@/components/tag/tag'
import { optionLetter, questionKindWords, sourceWords } from '@/components/words/kind.shared'
import type { Desk } from './desk.shared'

/** The questions with their keys, folded in: only those who make quizzes see them. */
export function QuestionsCard({ questions }: { questions: Desk['questions'] }) {
  const [open, setOpen] = useState(false)
  return (
    <Card className="l-stack">
      <View className="l-ends">
        <View className="t-h2">题目和答案</View>
        <View className="t-s">{questions.length} 道</View>
      </View>
      {open &&
        questions.map((question, index) => (
          <View key={question.id} className="desk__question">
            <View className="l-ends">
              <View className="t-s">第 {index + 1} 题</View>
              <Tag tone="grey">{questionKindWords[question.kind].name}</Tag>
            </View>
            <View className="t-p">{question.stem}</View>
            {question.options.map((option, at) => (
              <View key={option} className={`t-s ${question.key.includes(at) ? 'desk__right' : ''}`}>
                {optionLetter(at)} {option}
                {question.key.includes(at) ? ' ✓' : ''}
              </View>
            ))}
            {question.accepted.length > 0 && <View className="t-s desk__right">{question.accepted.join('、')} ✓</View>}
            <View className="t-s desk__why">
              {question.explanation}（{sourceWords(question.source)}）
            </View>
          </View>
        ))}
      <Button kind="plain" onClick={() => setOpen(!open)}>
        {open ? '收起' : '看题目和答案'}
      </Button>
    </Card>
  )
}
