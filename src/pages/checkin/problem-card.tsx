import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { goTab, goTo } from '@/components/page/go'
import { StateView } from '@/components/state-view/state-view'
import { OwnToday } from './own-today'
import type { Problem, Step } from './problem.shared'

interface ProblemCardProps {
  problem: Problem
  onAgain: () => void
  onRefresh: () => void
}

/** A check-in that did not work: what happened, and each thing that can be done about it as a button. */
export function ProblemCard({ problem, onAgain, onRefresh }: ProblemCardProps) {
  const buttons: Readonly<Record<Step, { text: string; press: () => void }>> = {
    again: { text: '再签一次', press: onAgain },
    refresh: { text: '再看看开始没有', press: onRefresh },
    mine: { text: '看我的活动', press: () => goTab('activities') },
    letter: { text: '请支部核对补录', press: () => goTo({ page: 'letters', kind: 'correction' }) },
  }
  return (
    <>
      <Card className="l-stack">
        <StateView icon={problem.icon} tone="wait" title={problem.title} hint={problem.hint} />
        <View className="l-stack">
          {problem.steps.map((step, i) => (
            <Button key={step} kind={i === 0 ? 'primary' : 'plain'} onClick={buttons[step].press}>
              {step === 'refresh' && problem.icon !== 'clock' ? '刷新' : buttons[step].text}
            </Button>
          ))}
        </View>
      </Card>
      {problem.steps[0] === 'mine' && <OwnToday />}
    </>
  )
}
