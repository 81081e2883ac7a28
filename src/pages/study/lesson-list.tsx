import { View } from '@tarojs/components'
import { Bar } from '@/components/bar/bar'
import { Card } from '@/components/card/card'
import { ListRow } from '@/components/list-row/list-row'
import { goTo } from '@/components/page/go'
import { Segmented } from '@/components/segmented/segmented'
import { Tag } from '@/components/tag/tag'
import { trackWords } from '@/components/words/kind.shared'
import type { Track } from '@/contracts/lesson'
import { lessonNote, lessonsOf, progressOf, type StudyLesson, tracks } from './study.shared'

interface LessonListProps {
  lessons: readonly StudyLesson[]
  track: Track
  onTrack: (track: Track) => void
}

/** Lessons by track, with how many of them one has completed. */
export function LessonList({ lessons, track, onTrack }: LessonListProps) {
  const { done, all } = progressOf(lessons, track)
  return (
    <View>
      <View className="study__heading t-s">微党课</View>
      <View className="l-stack">
        <Segmented
          options={tracks.map((value) => ({ value, text: trackWords[value] }))}
          value={track}
          onChange={onTrack}
        />
        <Card kind="list">
          {all > 0 && (
            <View className="study__progress">
              <View className="t-s study__count">
                学完 {done} 门，共 {all} 门
              </View>
              <Bar parts={[{ fraction: done / all, tone: 'ok' }]} />
            </View>
          )}
          {lessonsOf(lessons, track).map((lesson) => (
            <ListRow
              key={lesson.id}
              icon="book"
              tone="gold"
              title={lesson.title}
              note={lessonNote(lesson)}
              end={lesson.completed ? <Tag tone="ok">已完成</Tag> : undefined}
              onClick={() => goTo({ page: 'lesson', lessonId: lesson.id })}
            />
          ))}
          {all === 0 && (
            <ListRow
              icon="book"
              tone="grey"
              title={`还没有${trackWords[track]}课`}
              note="有新课时会出现在这里，可以先看看别的类别。"
            />
          )}
        </Card>
      </View>
    </View>
  )
}
