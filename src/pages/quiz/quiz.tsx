import { View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '@/components/aria/aria'
import { Bar } from '@/components/bar/bar'
import { Button } from '@/components/button/button'
import { Icon } from '@/components/icon/icon'
import { ErrorState } from '@/components/page/error-state'
import { Page } from '@/components/page/page'
import { Countdown } from './countdown'
import { Over } from './over'
import { QuestionCard } from './question-card'
import { QuizNotices } from './quiz-notices'
import type { Running } from './stage'
import { useAnswers } from './use-answering'
import { useQuiz } from './use-quiz'
import type { useQuizPage } from './use-quiz-page'

/** A paper being answered. */
export function Quiz({ running, page }: { running: Running; page: ReturnType<typeof useQuizPage> }) {
  const quiz = useQuiz(running, page)
  const { answering, submit } = quiz
  const { paper } = running.kept
  const count = paper.items.length
  const at = Math.min(
    useAnswers(answering, ({ draft }) => draft.at),
    count - 1,
  )
  const [open, setOpen] = useState<'card' | 'confirm' | null>(null)
  const [pressing, setPressing] = useState(false)
  const item = paper.items[at]
  const last = at === count - 1

  if (submit.phase === 'refused') {
    return (
      <Page title={paper.title}>
        <ErrorState error={submit.error} onRetry={quiz.handIn} />
      </Page>
    )
  }

  const goTo = (place: number) => {
    answering.flush()
    answering.goTo(place)
  }
  const foot = (
    <View className="quiz__foot">
      <Button kind="plain" className="quiz__back" disabled={at === 0} onClick={() => goTo(at - 1)}>
        上一题
      </Button>
      <Button kind="plain" className="quiz__card" label="答题卡" onClick={() => setOpen('card')}>
        <Icon name="list" />
      </Button>
      <Button className="quiz__next" onClick={() => (last ? setOpen('confirm') : goTo(at + 1))}>
        {last ? '交卷' : '下一题'}
      </Button>
    </View>
  )
  const over =
    open !== null || submit.phase === 'sending' ? (
      <Over
        running={running}
        answering={answering}
        open={open ?? 'confirm'}
        at={at}
        sending={submit.phase === 'sending'}
        onOpen={setOpen}
        onPick={goTo}
        onSubmit={quiz.handIn}
      />
    ) : null

  return (
    <Page title={paper.title} foot={foot} over={over} fill>
      <View className="quiz">
        <QuizNotices quiz={quiz} paper={paper} />
        <View className="quiz__head">
          <View className="t-s quiz__place">
            <View className="quiz__at">{at + 1}</View>
            {` / ${count}`}
          </View>
          <View className="quiz__bar">
            <Bar parts={[{ fraction: (at + 1) / count }]} />
          </View>
          <Countdown
            clock={running.clock}
            endsAt={quiz.endsAt}
            timed={paper.minutes > 0}
            onPressing={(now) => {
              setPressing(now)
              if (now) quiz.nearlyOver()
            }}
            onOver={() => void quiz.timeUp()}
          />
        </View>
        {item && <QuestionCard key={item.questionId} item={item} partial={paper.partial} answering={answering} />}
        {pressing && (
          <View className="t-s t-red quiz__pressing" {...aria({ role: 'alert' })}>
            还剩不到一分钟，到时自动交卷，答过的都算。
          </View>
        )}
      </View>
    </Page>
  )
}
