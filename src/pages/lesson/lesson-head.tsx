import { View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { Bar } from '@/components/bar/bar'
import { Button } from '@/components/button/button'
import { Tag } from '@/components/tag/tag'
import { trackWords } from '@/components/words/kind.shared'
import type { OutputOf } from '@/contracts/action'
import type { getLesson } from '@/contracts/lesson'

interface LessonHeadProps {
  lesson: OutputOf<typeof getLesson>
  /** The step on the screen; the number of blocks: the check question. */
  at: number
  completed: boolean
  onNote: () => void
}

/** Where one is, quietly; on the first step also what the lesson is. */
export function LessonHead({ lesson, at, completed, onNote }: LessonHeadProps) {
  const steps = lesson.blocks.length
  const last = completed ? '学完了' : '检查题'
  const words = at < steps ? `第 ${at + 1} 节` : last
  return (
    <View>
      <View className="lesson__head" {...aria({ label: `${words}，共 ${steps} 节` })}>
        <View className="lesson__place">{at < steps ? `${at + 1} / ${steps}` : last}</View>
        <View className="lesson__bar">
          <Bar parts={[{ fraction: Math.min(1, (at + 1) / (steps + 1)) }]} />
        </View>
        <Button kind="plain" size="small" onClick={onNote} label="记笔记">
          笔记
        </Button>
      </View>
      {at === steps && <View className="t-h2 lesson__title">{lesson.title}</View>}
      {at === 0 && (
        <>
          <View className="t-h1 lesson__title">{lesson.title}</View>
          <View className="lesson__facts">
            <Tag tone="gold">{trackWords[lesson.track]}</Tag>
            {completed && <Tag tone="ok">已完成</Tag>}
            <View className="t-s">
              {steps} 节 · 约 {lesson.minutes} 分钟
            </View>
          </View>
        </>
      )}
    </View>
  )
}
