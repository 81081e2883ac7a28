import { useEffect, useRef, useState } from 'react'
import { goInstead } from '@/components/page/go'
import { outbox } from '@/services/outbox/outbox'
import { handIn, paperKey, watchAttempt } from '@/services/quiz-close'
import { quizDraft } from '@/services/quiz-draft'
import { papers } from '@/services/quiz-paper'
import { endsAt } from '@/services/quiz-paper.shared'
import { askServerTime } from '@/services/steady-clock'
import type { CallError } from '@/services/transport/call-error'
import { createAnswering } from './answering.shared'
import type { Running } from './stage'
import { useDraftSync } from './use-draft-sync'
import { useSight } from './use-sight'

export type SubmitState = { phase: 'answering' } | { phase: 'sending' } | { phase: 'refused'; error: CallError }

/** The phone's clock may be off by so much before it is written down again, in ms. */
const SMALL_MS = 2_000

/** Answering one paper: every tap is on the phone before anything else happens; handing in goes through the outbox. */
export function useQuiz({ kept, clock, elsewhere, resumed }: Running) {
  const { paper } = kept
  const { attemptId } = paper
  const [answering] = useState(() =>
    createAnswering({
      items: paper.items,
      draft: quizDraft.read(attemptId),
      now: clock.now,
      write: (draft) => quizDraft.write(attemptId, draft),
      later(ms, work) {
        const timer = setTimeout(work, ms)
        return () => clearTimeout(timer)
      },
    }),
  )
  const [submit, setSubmit] = useState<SubmitState>({ phase: 'answering' })
  const [joined, setJoined] = useState(elsewhere)
  const [submittedElsewhere, setSubmittedElsewhere] = useState(false)
  const handing = useRef(false)
  const handed = useRef(false)

  const submitNow = async (timeUp: boolean) => {
    if (handing.current) return
    handing.current = true
    answering.flush()
    setSubmit({ phase: 'sending' })
    const ends = endsAt(kept)
    const answeredAt = timeUp ? ends : Math.min(Math.round(clock.now()), ends)
    const done = await handIn(kept, answeredAt, answering.read().draft)
    handing.current = false
    handed.current = true
    if (done.state !== 'refused') return goInstead({ page: 'result', attemptId, ...(timeUp ? { timeUp: '1' } : {}) })
    // It is told here, so the outbox need not tell it again at home.
    for (const refusal of outbox.read().refusals) if (refusal.key === paperKey(attemptId)) outbox.dismiss(refusal.id)
    setSubmit({ phase: 'refused', error: done.error })
  }

  const askTime = async () => {
    const now = await askServerTime()
    if (now !== null) clock.set(now)
  }

  useDraftSync(paper, answering, resumed, {
    over: () => handed.current || handing.current,
    elsewhere: () => setJoined(true),
    submitted: () => setSubmittedElsewhere(true),
    expired: () => void askTime(),
  })

  useEffect(() => watchAttempt(attemptId), [attemptId])
  // The phone's clock may have been set meanwhile: written down, so that a paper opened again goes on at the right time.
  const keepClock = () => {
    const before = papers.read(paper.quizId)
    const lead = clock.lead()
    if (before?.paper.attemptId === attemptId && Math.abs(before.lead - lead) > SMALL_MS)
      papers.write({ ...before, lead })
  }
  const atEnd = useRef(keepClock)
  atEnd.current = keepClock
  useEffect(() => () => atEnd.current(), [])
  useSight(
    () => {
      clock.hide()
      keepClock()
    },
    () => {
      clock.now()
      if (clock.isDoubtful()) void askTime()
    },
  )

  return {
    answering,
    submit,
    /** Answers of another phone have come in. */
    joined,
    forgetJoined: () => setJoined(false),
    submittedElsewhere,
    handIn: () => void submitNow(false),
    timeUp: async () => {
      if (clock.isDoubtful()) await askTime()
      if (clock.now() >= endsAt(kept)) await submitNow(true)
    },
  }
}
