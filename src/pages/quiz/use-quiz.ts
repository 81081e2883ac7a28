import { useEffect, useRef, useState } from 'react'
import { goInstead } from '@/components/page/go'
import { outbox } from '@/services/outbox/outbox'
import { closeRunOut, handIn, watchAttempt } from '@/services/quiz-close'
import { quizDraft } from '@/services/quiz-draft'
import { answersOf } from '@/services/quiz-draft.shared'
import { papers } from '@/services/quiz-paper'
import { earlierOpening, endsAt, extended, paperKey } from '@/services/quiz-paper.shared'
import { askServerTime } from '@/services/steady-clock'
import type { CallError } from '@/services/transport/call-error'
import { createAnswering } from './answering.shared'
import type { Running } from './stage'
import { useDraftSync } from './use-draft-sync'
import { useSight } from './use-sight'

export type SubmitState = { phase: 'answering' } | { phase: 'sending' } | { phase: 'refused'; error: CallError }

/** The phone's clock may be off by so much before it is written down again, in ms. */
const SMALL_MS = 2_000

/** Everybody who has a paper when a quiz closes has the same last minute: they ask within so many ms of it, not all at once. */
const ASK_WITHIN_MS = 40_000

/** What the page does when the time of the paper on the screen is over and there is nothing to hand in, or nobody knows whether it is. */
interface Ends {
  unsure(running: Running): void
  unanswered(): void
}

/** Answering one paper: every tap is on the phone before anything else happens; handing in goes through the outbox. */
export function useQuiz({ kept: begun, clock, elsewhere, resumed }: Running, ends: Ends) {
  const [kept, setKept] = useState(begun)
  const { paper } = kept
  const { attemptId } = paper
  const [answering] = useState(() =>
    createAnswering({
      items: paper.items,
      draft: quizDraft.read(attemptId),
      saved: quizDraft.isStored(attemptId),
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
  const [prolonged, setProlonged] = useState(false)
  const handing = useRef(false)
  const handed = useRef(false)

  const submitNow = async (timeUp: boolean) => {
    if (handing.current) return
    handing.current = true
    answering.flush()
    const { draft } = answering.read()
    if (timeUp && answersOf(paper, draft).length === 0) {
      handed.current = true
      void closeRunOut(kept, draft)
      return ends.unanswered()
    }
    setSubmit({ phase: 'sending' })
    const answeredAt = Math.min(Math.round(clock.now()), endsAt(kept))
    const done = await (timeUp ? closeRunOut(kept, draft) : handIn(kept, answeredAt, draft))
    if (done === null) return
    handing.current = false
    handed.current = true
    if (done.state !== 'refused') return goInstead({ page: 'result', attemptId, ...(timeUp ? { timeUp: '1' } : {}) })
    // It is told here, so the outbox need not tell it again at home.
    outbox.dismissOf(paperKey(attemptId))
    setSubmit({ phase: 'refused', error: done.error })
  }

  const askTime = async () => {
    const now = await askServerTime()
    if (now === null) return
    clock.set(now)
    answering.timeIs(now)
  }

  // opened without the server knowing, it is told at once
  const ask = useDraftSync(kept, answering, resumed || (paper.along && paper.openedAt !== kept.openedAt), {
    times(told, deadlineAt) {
      const openedAt = paper.along ? earlierOpening(kept.openedAt, told) : kept.openedAt
      const next = extended(openedAt === kept.openedAt ? kept : { ...kept, openedAt }, deadlineAt)
      if (next === kept) return
      papers.write(next)
      setKept(next)
      if (next.paper !== paper) setProlonged(true)
    },
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
    /** The quiz is open longer than it was when the paper came. */
    prolonged,
    forgetProlonged: () => setProlonged(false),
    handIn: () => void submitNow(false),
    /** The last minute has begun: whether there is more time by now, only the server knows. */
    nearlyOver: () => void setTimeout(ask, Math.random() * ASK_WITHIN_MS),
    timeUp: async () => {
      if (clock.isDoubtful()) await askTime()
      if (clock.now() < endsAt(kept)) return
      // the server could not be asked: the phone may have slept, or its clock been set
      if (clock.isDoubtful()) ends.unsure({ kept, clock, elsewhere: false, resumed: true })
      else await submitNow(true)
    },
    /** When its time is over, by the server's clock. */
    endsAt: endsAt(kept),
  }
}
