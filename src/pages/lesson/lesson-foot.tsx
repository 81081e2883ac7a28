import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { goHome } from '@/components/page/go'
import type { CheckState } from './use-lesson'

interface LessonFootProps {
  at: number
  blocks: number
  completed: boolean
  /** The check question was open before: one may go straight back to it. */
  mayCheck: boolean
  chosen: number
  check: CheckState
  onGo: (step: number) => void
  onAnswer: () => void
}

/** On and back; at the end, the answer. */
export function LessonFoot({ at, blocks, completed, mayCheck, chosen, check, onGo, onAnswer }: LessonFootProps) {
  if (at < blocks) {
    const last = at === blocks - 1
    return (
      <View className="lesson__foot">
        {at > 0 && (
          <Button kind="plain" className="lesson__back" onClick={() => onGo(at - 1)}>
            上一节
          </Button>
        )}
        {mayCheck && !last && (
          <Button kind="quiet" className="lesson__back" onClick={() => onGo(blocks)}>
            {completed ? '到最后' : '回检查题'}
          </Button>
        )}
        <Button className="lesson__next" onClick={() => onGo(at + 1)}>
          {last ? (completed ? '看完了' : '看完了，答一题') : '下一节'}
        </Button>
      </View>
    )
  }
  return (
    <View className="lesson__foot">
      <Button kind="plain" className="lesson__back" onClick={() => onGo(completed ? 0 : blocks - 1)}>
        {completed ? '从头再看' : '上一节'}
      </Button>
      {completed ? (
        <Button className="lesson__next" onClick={goHome}>
          回首页
        </Button>
      ) : (
        <Button className="lesson__next" busy={check.phase === 'sending'} disabled={chosen === 0} onClick={onAnswer}>
          {chosen === 0 ? '先选答案' : check.phase === 'wrong' ? '再试一次' : '提交答案'}
        </Button>
      )}
    </View>
  )
}
