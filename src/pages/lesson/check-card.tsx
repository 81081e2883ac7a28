import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { KeptNotice } from '@/components/notice/kept-notice'
import { Notice } from '@/components/notice/notice'
import { Option } from '@/components/option/option'
import { Tag } from '@/components/tag/tag'
import { optionLetter, questionKindWords } from '@/components/words/kind.shared'
import type { OutputOf } from '@/contracts/action'
import type { getLesson } from '@/contracts/lesson'
import { blockName } from './lesson.shared'
import type { CheckState } from './use-lesson'

interface CheckCardProps {
  lesson: OutputOf<typeof getLesson>
  chosen: readonly number[]
  check: CheckState
  /** The answer, while it is not yet with the server. */
  waiting: { readonly held?: true } | null
  onChoose: (option: number) => void
  /** Back to a block. */
  onRead: (block: number) => void
}

/** The question at the end of a lesson: a wrong answer costs nothing. */
export function CheckCard({ lesson, chosen, check, waiting, onChoose, onRead }: CheckCardProps) {
  const question = lesson.check
  const sending = check.phase === 'sending'
  const helps = check.phase === 'wrong' ? check.helps : null
  const helper = helps === null ? undefined : lesson.blocks[helps]
  return (
    <Card className="l-stack">
      <View className="l-ends">
        <View className="t-h2">学完答一题</View>
        <Tag>{questionKindWords[question.kind].name}</Tag>
      </View>
      <View className="lesson__stem">{question.stem}</View>
      {question.options.map((text, option) => (
        <Option
          key={text}
          letter={optionLetter(option)}
          text={text}
          several={question.kind === 'multiple'}
          state={chosen.includes(option) ? 'on' : 'plain'}
          onClick={sending ? undefined : () => onChoose(option)}
        />
      ))}
      {check.phase === 'wrong' && (
        <Notice>
          这次没答对，不要紧，不计次数。
          {helper ? `第 ${(helps ?? 0) + 1} 节“${blockName(helper)}”讲的就是这个。` : '回到前面再看看，随时可以再答。'}
        </Notice>
      )}
      {helper && helps !== null && (
        <Button kind="quiet" onClick={() => onRead(helps)}>
          去看第 {helps + 1} 节
        </Button>
      )}
      {check.phase === 'refused' && <Notice tone="red">{check.message}</Notice>}
      {waiting && <KeptNotice what="答案" then="送出，再告诉您对不对" held={waiting.held === true} />}
    </Card>
  )
}
