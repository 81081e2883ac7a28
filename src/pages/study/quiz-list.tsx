import { View } from '@tarojs/components'
import { Card } from '@/components/card/card'
import { ListRow } from '@/components/list-row/list-row'
import { goTo } from '@/components/page/go'
import { Tag } from '@/components/tag/tag'
import { comingNote, quizWords, titleWords } from './quiz-words.shared'
import type { Study } from './study.shared'

/** The quizzes that are open, and those that will be. */
export function QuizList({ study, now }: { study: Study; now: number }) {
  const { quizzes, coming } = study
  return (
    <View>
      <View className="study__heading t-s">答题</View>
      <Card kind="list">
        {quizzes.map((quiz) => {
          const { note, tag, target } = quizWords(quiz, now)
          const title = titleWords(quiz)
          return (
            <ListRow
              key={quiz.id}
              icon="pencil"
              title={title}
              note={note}
              end={tag ? <Tag tone={tag.tone}>{tag.text}</Tag> : undefined}
              onClick={() => goTo(target)}
            />
          )
        })}
        {coming.map((quiz) => (
          <ListRow
            key={quiz.id}
            icon="clock"
            tone="grey"
            title={quiz.title}
            note={comingNote(quiz, now)}
            end={<Tag tone="grey">未开始</Tag>}
          />
        ))}
        {quizzes.length + coming.length === 0 && (
          <ListRow
            icon="pencil"
            tone="grey"
            title="眼下没有答题"
            note="有新的答题时，首页会提醒您。可以先看看百题手册。"
          />
        )}
      </Card>
    </View>
  )
}
