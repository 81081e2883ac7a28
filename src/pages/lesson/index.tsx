import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { goHome } from '@/components/page/go'
import { Page } from '@/components/page/page'
import { Tag } from '@/components/tag/tag'
import { sourceWords, trackWords } from '@/components/words/kind.shared'
import type { LessonSection } from '@/contracts/lesson'
import { CheckCard } from './check-card'
import { DoneCard } from './done-card'
import { useLesson } from './use-lesson'
import './index.scss'

/** A micro-lesson: a few sections to read, and one question at the end. */
export default function LessonPage() {
  const { lessonId = '' } = useRouter<{ lessonId: string }>().params
  const { read, lesson, chosen, check, waiting, choose, answer } = useLesson(lessonId)
  const right = check.phase === 'right' ? check.answer : null
  const completedAt = right?.completedAt ?? lesson?.completedAt ?? null
  const foot = completedAt === null ? undefined : <Button onClick={goHome}>回首页</Button>
  return (
    <Page title="微党课" read={read} foot={foot}>
      {lesson && (
        <>
          <View>
            <View className="t-h1">{lesson.title}</View>
            <View className="lesson__facts">
              <Tag tone="gold">{trackWords[lesson.track]}</Tag>
              {completedAt !== null && <Tag tone="ok">已完成</Tag>}
              <View className="t-s">
                {lesson.sections.length} 节 · 约 {lesson.minutes} 分钟
              </View>
            </View>
          </View>
          {lesson.sections.map((section, index) => (
            <Section key={section.heading} section={section} number={index + 1} />
          ))}
          {completedAt === null ? (
            <CheckCard
              question={lesson.check}
              chosen={chosen}
              check={check}
              waiting={waiting}
              onChoose={choose}
              onAnswer={() => void answer()}
            />
          ) : (
            <DoneCard completedAt={completedAt} why={right ?? undefined} />
          )}
        </>
      )}
    </Page>
  )
}

function Section({ section, number }: { section: LessonSection; number: number }) {
  return (
    <Card>
      <View className="lesson__number">第 {number} 节</View>
      <View className="t-h2">{section.heading}</View>
      {section.paragraphs.map((paragraph) => (
        <View key={paragraph} className="lesson__paragraph">
          {paragraph}
        </View>
      ))}
      <View className="lesson__source">依据：{sourceWords(section.source)}</View>
    </Card>
  )
}
