import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card/card'
import { Icon } from '@/components/icon/icon'
import { ListRow } from '@/components/list-row/list-row'
import { goInstead, goTo } from '@/components/page/go'
import { Why } from '@/components/why/why'
import { whenWords } from '@/components/words/when.shared'
import type { OutputOf } from '@/contracts/action'
import type { SourceRef } from '@/contracts/common'
import type { getLesson } from '@/contracts/lesson'

interface DoneCardProps {
  lesson: OutputOf<typeof getLesson>
  completedAt: number
  /** Right after answering: why it was right. */
  why?: { explanation: string; source: SourceRef }
}

/** The lesson is completed and counted; what one may do with it now. */
export function DoneCard({ lesson, completedAt, why }: DoneCardProps) {
  const { id, title, questions, chapter, next } = lesson
  return (
    <>
      <Card>
        <View className="lesson__done">
          <View className="lesson__tick">
            <Icon name="check" tone="ok" />
          </View>
          <View className="l-grow">
            <View className="t-h2">
              {why && <Text className="t-whole">答对了，</Text>}
              <Text className="t-whole">这一课已完成</Text>
            </View>
            <View className="t-s">{whenWords(completedAt, Date.now())}，已计入参与</View>
          </View>
        </View>
        {why && <Why {...why} />}
      </Card>
      <Card kind="list">
        {chapter !== null && questions.length > 0 && (
          <ListRow
            icon="book"
            tone="gold"
            title="去练一练"
            note={`百题手册里有 ${questions.length} 道题和这一课有关`}
            onClick={() => goTo({ page: 'practise', of: 'chapter', chapter })}
          />
        )}
        <ListRow
          icon="pencil"
          tone="ok"
          title="写心得"
          note="写几句学习体会，交给支部"
          onClick={() => goTo({ page: 'reflect', kind: 'lesson', id, title })}
        />
        {next && (
          <ListRow
            icon="list"
            title="学下一课"
            note={next.title}
            onClick={() => goInstead({ page: 'lesson', lessonId: next.id })}
          />
        )}
      </Card>
    </>
  )
}
