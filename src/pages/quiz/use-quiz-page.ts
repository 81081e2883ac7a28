import { useCallback, useEffect, useState } from 'react'
import { goInstead } from '@/components/page/go'
import { learn } from '@/services/learn'
import { isOnline, onOnline } from '@/services/online'
import { closeRunOut } from '@/services/quiz-close'
import { quizDraft } from '@/services/quiz-draft'
import { answersOf } from '@/services/quiz-draft.shared'
import { papers } from '@/services/quiz-paper'
import { endsAt } from '@/services/quiz-paper.shared'
import { askServerTime } from '@/services/steady-clock'
import { CallError } from '@/services/transport/call-error'
import { firstStage, open, type Running, type Stage, takeDealt, UNANSWERED, UNOPENED } from './stage'

/** What the page is asking the server for. */
export type Asking = 'begin' | 'along' | 'resume' | null

const NO_ROOM = '手机存储满了，这份题带不走。请删掉手机里不用的东西再下载，或联网时直接答。'

/** The server has said what time it is: the phone's word for it, and what was seen on a clock that was ahead, give way. */
function believe({ kept, clock }: Running, now: number): void {
  clock.set(now)
  const { attemptId } = kept.paper
  const draft = quizDraft.read(attemptId)
  if (draft.seen > now) quizDraft.write(attemptId, { ...draft, seen: now })
  papers.write({ ...kept, lead: clock.lead() })
}

/** What becomes of a paper whose time seems to be over. Only the server's clock ends it: the phone's may have been set to another time. */
async function settleOver(over: Extract<Stage, { stage: 'over' }>): Promise<Stage> {
  const { kept, clock } = over
  const { paper, openedAt } = kept
  const { attemptId } = paper
  const answered = answersOf(paper, quizDraft.read(attemptId)).length > 0
  const now = await askServerTime()
  if (now === null) return { ...over, unsure: true }
  if (now < endsAt(kept)) {
    believe(over, now)
    return { ...over, stage: kept.openedAt === null ? 'sealed' : 'answering' }
  }
  clock.set(now)
  // The app hands in what has run out by itself, and may have been faster while the server was asked.
  if (answered && papers.read(paper.quizId)?.paper.attemptId !== attemptId)
    return { stage: 'handedIn', attemptId, timeUp: true }
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
    if (stage.stage !== 'over' || stage.unsure) return
    let gone = false
    void settleOver(stage).then((next) => {
      if (!gone) setStage(next)
    })
    return () => {
      gone = true
    }
  }, [stage])

  const retry = useCallback(() => setStage((now) => (now.stage === 'over' ? { ...now, unsure: false } : now)), [])
  useEffect(
    () =>
      onOnline(() => {
        if (isOnline()) retry()
      }),
    [retry],
  )

  const ask = async (what: Exclude<Asking, null>): Promise<'dealt' | 'gone' | 'failed'> => {
    if (asking !== null) return 'failed'
    setAsking(what)
    setError(null)
    setNoRoom(null)
    try {
      const next = takeDealt(await (what === 'resume' ? learn.resume(quizId) : learn.deal(quizId, what === 'along')))
      if (next === false) setNoRoom(NO_ROOM)
      else setStage(next)
      return 'dealt'
    } catch (thrown) {
      const failed = CallError.from(thrown)
      if (what === 'resume' && failed.code === 'ATTEMPT_EXPIRED') return 'gone'
      setError(failed)
      return 'failed'
    } finally {
      setAsking(null)
    }
  }

  return {
    stage,
    asking,
    error,
    noRoom,
    begin: () => void ask('begin'),
    takeAlong: () => void ask('along'),
    /** Goes on with the paper that is open at the server; whether it was gone by then. A new one is begun by a tap only. */
    resume: async () => (await ask('resume')) === 'gone',
    /** Asks again what time it is. */
    retry,
    /** By a clock that may be wrong, the time of the paper on the screen is over. */
    unsure: (running: Running) => setStage({ ...running, stage: 'over', unsure: false }),
    /** Its time is over, and nothing was answered. */
    unanswered: () => setStage({ stage: 'start', note: UNANSWERED }),
    unseal: () => {
      if (stage.stage !== 'sealed') return
      if (stage.clock.now() >= endsAt(stage.kept)) return setStage({ ...stage, stage: 'over', unsure: false })
      const next = open(stage)
      if (next === false) setNoRoom(NO_ROOM)
      else setStage(next)
    },
  }
}
