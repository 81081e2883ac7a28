import { doing, outbox } from './outbox/outbox'
import { quizDraft } from './quiz-draft'
import { answersOf, type QuizDraft, sentDraft } from './quiz-draft.shared'
import { papers } from './quiz-paper'
import { attemptAmong, endsAt, type KeptPaper } from './quiz-paper.shared'
import { askServerTime } from './steady-clock'

/** The attempt that is on the screen now: its page watches its time itself. */
let onScreen: string | null = null

/** A page shows this attempt until the returned function is called. */
export function watchAttempt(attemptId: string): () => void {
  onScreen = attemptId
  return () => {
    if (onScreen === attemptId) onScreen = null
  }
}

/** The attempt of a quiz that lies in the outbox, not yet with the server. */
export const handedIn = (quizId: string): string | null => attemptAmong(quizId, outbox.read().parcels)

/** The attempt of a quiz whose paper the server refused although it may take it one day: paper and answers are still here, and the person decides. */
export function sentBack(quizId: string): string | null {
  const attemptId = attemptAmong(quizId, outbox.read().refusals)
  return attemptId !== null && keptOf(attemptId) !== null ? attemptId : null
}

/**
 * Hands in a paper, as answered at `answeredAt` (server's clock): at once when there is a network, else by itself later.
 * @param draft what is on the screen, when a page shows it: a full storage may have an older one. Else what is on the phone.
 * @param byItself the phone does it, because the time is over: the server joins it with what another phone has answered
 */
export function handIn({ paper, openedAt }: KeptPaper, answeredAt: number, draft?: QuizDraft, byItself = false) {
  const { attemptId, title } = paper
  const answered = draft ?? quizDraft.read(attemptId)
  return doing.submitPaper(title, {
    attemptId,
    answers: answersOf(paper, answered),
    openedAt: openedAt ?? paper.dealtAt,
    answeredAt,
    ...(byItself && { draft: sentDraft(paper, answered) }),
  })
}

/**
 * A paper whose time is over: what was answered is handed in as of the end of its time; without any answer there is nothing to hand in, and
 * the paper is cleared away. The same whether somebody looked on or not.
 * @param draft what is on the screen, when a page shows it
 */
export function closeRunOut(kept: KeptPaper, draft?: QuizDraft): ReturnType<typeof handIn> | null {
  const { paper } = kept
  const answered = draft ?? quizDraft.read(paper.attemptId)
  if (answersOf(paper, answered).length > 0) return handIn(kept, endsAt(kept), answered, true)
  papers.close(paper.quizId, paper.attemptId)
  return null
}

/** The paper of an attempt, while it is on this phone. */
export function keptOf(attemptId: string): KeptPaper | null {
  const kept = papers.read(attemptId.split('.')[0] ?? '')
  return kept?.paper.attemptId === attemptId ? kept : null
}

/** Hands in once more what was sent back: as answered at the last tap, since the paper that said when is gone. */
export async function handInAgain(attemptId: string): Promise<void> {
  const kept = keptOf(attemptId)
  if (kept) await handIn(kept, Math.min(endsAt(kept), Math.round(quizDraft.read(attemptId).seen)))
}

let running = false

/**
 * Hands in every paper whose time ran out while nobody looked. The server is asked what time it is first: a phone whose clock is wrong must not
 * end a paper. Without a network nothing happens; a sealed paper that was never opened is cleared away.
 */
export async function closeAllRunOut(): Promise<void> {
  const isLeft = ({ paper: { quizId, attemptId }, byTap }: KeptPaper) =>
    !byTap && attemptId !== onScreen && handedIn(quizId) === null && sentBack(quizId) === null
  const candidates = () => papers.list().filter(isLeft)
  const byPhone = candidates().filter((kept) => Date.now() + kept.lead >= endsAt(kept))
  if (byPhone.length === 0 || running) return
  running = true
  try {
    const now = await askServerTime()
    if (now === null) return
    for (const kept of candidates().filter((one) => now >= endsAt(one))) {
      if (kept.openedAt === null) papers.close(kept.paper.quizId, kept.paper.attemptId)
      else void closeRunOut(kept)
    }
  } finally {
    running = false
  }
}
