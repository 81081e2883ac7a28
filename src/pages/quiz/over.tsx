import { untilWords } from '@/components/words/when.shared'
import { isOnline } from '@/services/online'
import { AnswerCard } from './answer-card'
import type { Answering } from './answering.shared'
import { ConfirmSheet } from './confirm-sheet'
import { placesOf } from './quiz.shared'
import type { Running } from './stage'
import { useAnswers } from './use-answering'

interface OverProps {
  running: Running
  answering: Answering
  open: 'card' | 'confirm'
  at: number
  sending: boolean
  onOpen: (open: 'card' | 'confirm' | null) => void
  onPick: (place: number) => void
  onSubmit: () => void
}

/** What comes up over a paper: the answer card, and the question whether to hand it in. It looks at all answers, but only while it is open. */
export function Over({ running, answering, open, at, sending, onOpen, onPick, onSubmit }: OverProps) {
  const draft = useAnswers(answering, (answers) => answers.draft)
  const { paper } = running.kept
  const places = placesOf(paper, draft, at)
  const pick = (place: number) => {
    onPick(place)
    onOpen(null)
  }
  if (open === 'card' && !sending) {
    return <AnswerCard places={places} onPick={pick} onSubmit={() => onOpen('confirm')} onClose={() => onOpen(null)} />
  }
  const first = places.find(({ done }) => !done) ?? places.find(({ marked }) => marked)
  const late =
    paper.arriveBy > paper.deadlineAt ? `，${untilWords(paper.arriveBy, running.clock.now())} 前送到都算数` : ''
  const note = isOnline() ? '交卷后马上看到成绩。' : `现在没有网，答卷先存在手机里，联网后自动送出${late}。`
  return (
    <ConfirmSheet
      places={places}
      note={note}
      busy={sending}
      onSubmit={onSubmit}
      onGoOn={() => (sending ? undefined : pick(first?.place ?? at))}
    />
  )
}
