import { View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '@/components/aria/aria'
import { Bar } from '@/components/bar/bar'
import { Button } from '@/components/button/button'
import { Icon } from '@/components/icon/icon'
import { Notice } from '@/components/notice/notice'
import { ErrorState } from '@/components/page/error-state'
import { Page } from '@/components/page/page'
import { Tag } from '@/components/tag/tag'
import { remainingWords } from '@/components/words/when.shared'
import type { Paper } from '@/contracts/quiz'
import { AnswerCard } from './answer-card'
import { ConfirmSheet } from './confirm-sheet'
import { QuestionCard } from './question-card'
import { useQuiz } from './use-quiz'

interface QuizProps {
  paper: Paper
  /** The server's clock less the phone's, in ms. */
  lead: number
  offline: boolean
}

/** From here on the remaining time is shown as pressing. */
const PRESSING_MS = 60_000

/** A paper being answered. */
export function Quiz({ paper, lead, offline }: QuizProps) {
  const quiz = useQuiz(paper, lead)
  const { at, item, blanks, remaining, submit } = quiz
  const [open, setOpen] = useState<'card' | 'confirm' | null>(null)
  const count = paper.items.length
  const last = at === count - 1
  const sending = submit.phase === 'sending'

  if (submit.phase === 'refused') {
    return (
      <Page title={paper.title}>
        <ErrorState error={submit.error} onRetry={() => void quiz.handIn()} />
      </Page>
    )
  }

  const pick = (place: number) => {
    quiz.goTo(place)
    setOpen(null)
  }
  const over =
    open === 'card' ? (
      <AnswerCard
        count={count}
        at={at}
        blanks={blanks}
        onPick={pick}
        onSubmit={() => setOpen('confirm')}
        onClose={() => setOpen(null)}
      />
    ) : open === 'confirm' || sending ? (
      <ConfirmSheet
        blanks={blanks}
        remaining={remaining}
        busy={sending}
        onSubmit={() => void quiz.handIn()}
        onGoOn={() => (sending ? undefined : pick(blanks[0] ?? at))}
      />
    ) : null

  const foot = (
    <View className="quiz__foot">
      <Button kind="plain" className="quiz__back" disabled={at === 0} onClick={() => quiz.goTo(at - 1)}>
        上一题
      </Button>
      <Button kind="plain" className="quiz__card" label="答题卡" onClick={() => setOpen('card')}>
        <Icon name="list" />
      </Button>
      <Button className="quiz__next" onClick={() => (last ? setOpen('confirm') : quiz.goTo(at + 1))}>
        {last ? '交卷' : '下一题'}
      </Button>
    </View>
  )

  return (
    <Page title={paper.title} foot={foot} over={over} fill>
      <View className="quiz">
        {offline && (
          <View className="quiz__offline">
            <Notice icon="offline">没有网也能接着答，交卷后联网自动上传</Notice>
          </View>
        )}
        <View className="quiz__head">
          <View className="t-s quiz__place">
            <View className="quiz__at">{at + 1}</View>
            {` / ${count}`}
          </View>
          <View className="quiz__bar">
            <Bar parts={[{ fraction: (at + 1) / count }]} />
          </View>
          <Tag tone={remaining <= PRESSING_MS ? 'red' : 'grey'} size="large">
            剩余 {remainingWords(remaining)}
          </Tag>
        </View>
        {item && (
          <QuestionCard key={item.questionId} item={item} chosen={quiz.chosen} saved={quiz.saved} onTap={quiz.tap} />
        )}
        {remaining <= PRESSING_MS && (
          <View className="t-s t-red quiz__pressing" {...aria({ role: 'alert' })}>
            还剩不到一分钟，到时自动交卷。
          </View>
        )}
      </View>
    </Page>
  )
}
