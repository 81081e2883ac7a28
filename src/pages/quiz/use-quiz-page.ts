import { useEffect, useState } from 'react'
import { goInstead } from '@/components/page/go'
import { learn } from '@/services/learn'
import { closeRunOut } from '@/services/quiz-close'
import { papers } from '@/services/quiz-paper'
import { endsAt } from '@/services/quiz-paper.shared'
import { askServerTime } from '@/services/steady-clock'
import { CallError } from '@/services/transport/call-error'
import { firstStage, open, type Stage, takeDealt, UNANSWERED, UNOPENED } from './stage'

/** What the page is asking the server for. */
export type Asking = 'begin' | 'along' | null

const NO_ROOM = '手机存储满了，这份题带不走。请删掉手机里不用的东西再下载，或联网时直接答。'

/** What becomes of a paper whose time seems to be over: the server's clock decides where it can be asked, else the phone's. */
async function settleOver(over: Extract<Stage, { stage: 'over' }>): Promise<Stage> {
  const { kept, clock } = over
  const now = await askServerTime()
  if (now !== null) clock.set(now)
  if (clock.now() < endsAt(kept)) return { ...over, stage: kept.openedAt === null ? 'sealed' : 'answering' }
  const { paper, openedAt } = kept
  const { attemptId } = paper
  // The app hands in what has run out by itself, and may have been faster while the server was asked.
  if (papers.read(paper.quizId)?.paper.attemptId !== attemptId) return { stage: 'handedIn', attemptId, timeUp: true }
  if (openedAt === null) {
    papers.close(paper.quizId, paper.attemptId)
    return { stage: 'start', note: UNOPENED }
  }
  if (closeRunOut(kept) === null) return { stage: 'start', note: UNANSWERED }
  return { stage: 'handedIn', attemptId, timeUp: true }
}

/** A quiz's page: from what it is about over the paper to its result. */
export function useQuizPage(quizId: string) {
  const [stage, setStage] = useState<Stage>(() => firstStage(quizId))
  const [asking, setAsking] = useState<Asking>(null)
  const [error, setError] = useState<CallError | null>(null)
  const [noRoom, setNoRoom] = useState<string | null>(null)

  useEffect(() => {
    if (stage.stage === 'handedIn') {
      goInstead({ page: 'result', attemptId: stage.attemptId, ...(stage.timeUp ? { timeUp: '1' } : {}) })
    }
    if (stage.stage !== 'over') return
    let gone = false
    void settleOver(stage).then((next) => {
      if (!gone) setStage(next)
    })
    return () => {
      gone = true
    }
  }, [stage])

  const deal = async (along: boolean) => {
    if (asking !== null) return
    setAsking(along ? 'along' : 'begin')
    setError(null)
    setNoRoom(null)
    try {
      const next = takeDealt(await learn.deal(quizId, along))
      if (next === false) setNoRoom(NO_ROOM)
      else setStage(next)
    } catch (thrown) {
      setError(CallError.from(thrown))
    }
    setAsking(null)
  }

  return {
    stage,
    asking,
    error,
    noRoom,
    begin: () => void deal(false),
    takeAlong: () => void deal(true),
    unseal: () => {
      if (stage.stage !== 'sealed') return
      if (stage.clock.now() >= endsAt(stage.kept)) return setStage({ ...stage, stage: 'over' })
      const next = open(stage)
      if (next === false) setNoRoom(NO_ROOM)
      else setStage(next)
    },
  }
}
