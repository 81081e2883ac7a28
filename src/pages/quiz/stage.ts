import type { Paper } from '@/contracts/quiz'
import { handedIn, sentBack } from '@/services/quiz-close'
import { quizDraft } from '@/services/quiz-draft'
import { blanksOf, joinDrafts } from '@/services/quiz-draft.shared'
import { papers } from '@/services/quiz-paper'
import { earlierOpening, endsAt, type KeptPaper } from '@/services/quiz-paper.shared'
import { startClock } from '@/services/steady-clock'
import type { SteadyClock } from '@/services/steady-clock.shared'

/** A paper with the clock that runs for it. */
export interface Running {
  readonly kept: KeptPaper
  readonly clock: SteadyClock
  /** Something that was answered on another phone has come in. */
  readonly elsewhere: boolean
  /** It came from the phone, so the server has not been asked about it yet. */
  readonly resumed: boolean
}

/** Where a quiz's page stands. */
export type Stage =
  /** Nothing of it is on the phone. `note`: what became of an earlier paper. */
  | { readonly stage: 'start'; readonly note: string | null }
  | ({ readonly stage: 'sealed' } & Running)
  | ({ readonly stage: 'answering' } & Running)
  /** By the phone's clock its time is over: the server is asked. `unsure`: it could not be, so nothing is ended. */
  | ({ readonly stage: 'over'; readonly unsure: boolean } & Running)
  /** With the server, waiting to get there, or sent back by it. */
  | { readonly stage: 'handedIn'; readonly attemptId: string; readonly timeUp: boolean }

const START: Stage = { stage: 'start', note: null }
export const UNOPENED = '先前下载的那份没有开封，已经过了截止时间。'
export const UNANSWERED = '上一份没有作答，时间已经到了。'

function run(kept: KeptPaper, resumed: boolean, elsewhere: boolean): Running {
  const { seen } = quizDraft.read(kept.paper.attemptId)
  // Never earlier than what was already the case, whatever the phone's clock says now.
  const now = Math.max(Date.now() + kept.lead, kept.openedAt ?? kept.paper.dealtAt, seen)
  return { kept, clock: startClock(now), elsewhere, resumed }
}

/** Where the page stands by what is on the phone. */
export function firstStage(quizId: string): Stage {
  const waiting = handedIn(quizId) ?? sentBack(quizId)
  if (waiting !== null) return { stage: 'handedIn', attemptId: waiting, timeUp: false }
  const kept = papers.read(quizId)
  if (kept === null) return START
  const running = run(kept, true, false)
  if (running.clock.now() >= endsAt(kept)) return { stage: 'over', unsure: false, ...running }
  return { stage: kept.openedAt === null ? 'sealed' : 'answering', ...running }
}

/** Keeps a paper that was dealt, with what was answered of it elsewhere; false: the phone has no room for a paper that is to be taken along. */
export function takeDealt(paper: Paper): Stage | false {
  const before = papers.read(paper.quizId)
  const opened = before?.paper.attemptId === paper.attemptId ? before.openedAt : null
  const openedAt = paper.along ? earlierOpening(opened, paper.openedAt) : (opened ?? paper.now)
  const kept: KeptPaper = { paper: { ...paper, draft: null }, lead: paper.now - Date.now(), openedAt }
  const own = quizDraft.read(paper.attemptId)
  const { draft, elsewhere } = joinDrafts(own, paper.draft)
  const begun = Object.keys(own.answers).length > 0
  const at = elsewhere && !begun ? (blanksOf(paper, draft)[0] ?? 0) : draft.at
  if (elsewhere) quizDraft.write(paper.attemptId, { ...draft, at })
  const isKept = papers.write(kept)
  if (paper.along && openedAt === null) {
    if (!isKept) {
      // one that is gone with the app is none that can be taken along
      if (before) papers.write(before)
      else papers.drop(paper.quizId)
      return false
    }
    return elsewhere
      ? open({ stage: 'sealed', ...run(kept, false, elsewhere) })
      : { stage: 'sealed', ...run(kept, false, false) }
  }
  return { stage: 'answering', ...run(kept, false, elsewhere) }
}

/** Opens a sealed paper: when it was opened is in storage before anything of it is shown. False: the phone cannot keep that. */
export function open({ kept, clock, elsewhere }: Extract<Stage, { stage: 'sealed' }>): Stage | false {
  const opened: KeptPaper = { ...kept, lead: clock.lead(), openedAt: Math.round(clock.now()) }
  if (!papers.write(opened)) {
    papers.write(kept)
    return false
  }
  return { stage: 'answering', kept: opened, clock, elsewhere, resumed: true }
}
