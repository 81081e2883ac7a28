import { doing, outbox } from './outbox/outbox'
import { quizDraft } from './quiz-draft'
import { answersOf, type QuizDraft } from './quiz-draft.shared'
import { papers } from './quiz-paper'
import { endsAt, type KeptPaper } from './quiz-paper.shared'
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

/** The key of an attempt's paper in the outbox. */
export const paperKey = (attemptId: string): string => `submitPaper:${attemptId}`

/** The attempt of a quiz that lies in the outbox, not yet with the server; attempts are named `<quiz>.<person>.<number>`. */
export function handedIn(quizId: string): string | null {
  const prefix = paperKey(`${quizId}.`)
  const parcel = outbox.read().parcels.find(({ key }) => key.startsWith(prefix))
  return parcel ? parcel.key.slice(paperKey('').length) : null
}

/**
 * Hands in a paper, as answered at `answeredAt` (server's clock): at once when there is a network, else by itself later.
 * @param draft what is on the screen, when a page shows it: a full storage may have an older one. Else what is on the phone.
 */
export function handIn({ paper, openedAt }: KeptPaper, answeredAt: number, draft?: QuizDraft) {
  const { attemptId, title } = paper
  const answers = answersOf(paper, draft ?? quizDraft.read(attemptId))
  return doing.submitPaper(title, { attemptId, answers, openedAt: openedAt ?? paper.dealtAt, answeredAt })
}

/**
 * A paper whose time is over: what was answered is handed in as of the end of its time; without any answer there is nothing to hand in, and
 * the paper is cleared away.
 */
export function closeRunOut(kept: KeptPaper): ReturnType<typeof handIn> | null {
  const { paper } = kept
  if (answersOf(paper, quizDraft.read(paper.attemptId)).length > 0) return handIn(kept, endsAt(kept))
  papers.close(paper.quizId, paper.attemptId)
  return null
}

let running = false

/**
 * Hands in every paper whose time ran out while nobody looked. The server is asked what time it is first: a phone whose clock is wrong must not
 * end a paper. Without a network nothing happens; a sealed paper that was never opened is cleared away.
 */
export async function closeAllRunOut(): Promise<void> {
  const candidates = () =>
    papers.list().filter((kept) => kept.paper.attemptId !== onScreen && handedIn(kept.paper.quizId) === null)
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
