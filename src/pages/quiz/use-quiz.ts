import { useState } from 'react'
import { goInstead } from '@/components/page/go'
import type { Paper } from '@/contracts/quiz'
import { doing, outbox } from '@/services/outbox/outbox'
import { quizDraft } from '@/services/quiz-draft'
import { answersOf, blanksOf } from '@/services/quiz-draft.shared'
import type { CallError } from '@/services/transport/call-error'
import { chosenAt, tapOption } from './quiz.shared'
import { useRemaining } from './use-remaining'

export type SubmitState = { phase: 'answering' } | { phase: 'sending' } | { phase: 'refused'; error: CallError }

/** Answering one paper: every tap is on the phone before anything else happens; handing in goes through the outbox. */
export function useQuiz(paper: Paper, lead: number) {
  const [draft, setDraft] = useState(() => quizDraft.read(paper.attemptId))
  const [saved, setSaved] = useState(true)
  const [submit, setSubmit] = useState<SubmitState>({ phase: 'answering' })
  const at = Math.min(draft.at, paper.items.length - 1)
  const item = paper.items[at]

  const keep = (next: typeof draft) => {
    setSaved(quizDraft.write(paper.attemptId, next))
    setDraft(next)
  }

  const handIn = async () => {
    if (submit.phase === 'sending') return
    setSubmit({ phase: 'sending' })
    const { attemptId, title } = paper
    const done = await doing.submitPaper(title, { attemptId, answers: answersOf(paper, draft) })
    if (done.state !== 'refused') return goInstead({ page: 'result', attemptId })
    // It is told here, so the outbox need not tell it again at home.
    for (const refusal of outbox.read().refusals) if (refusal.key.endsWith(`:${attemptId}`)) outbox.dismiss(refusal.id)
    setSubmit({ phase: 'refused', error: done.error })
  }

  const remaining = useRemaining(paper.deadlineAt, lead, () => void handIn())
  return {
    at,
    item,
    chosen: item ? chosenAt(draft, item) : [],
    draft,
    saved,
    blanks: blanksOf(paper, draft),
    remaining,
    submit,
    tap: (option: number) => item && keep(tapOption(draft, item, option, Date.now() + lead)),
    goTo: (place: number) => keep({ ...draft, at: Math.max(0, Math.min(place, paper.items.length - 1)) }),
    handIn,
  }
}
