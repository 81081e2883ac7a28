import type { Paper } from '@/contracts/quiz'
import type { Kv } from './storage/kv.shared'

/** A paper on this phone. */
export interface KeptPaper {
  readonly paper: Paper
  /** The server's clock less the phone's, in ms, when they were compared last. */
  readonly lead: number
  /** When it was opened (server's clock, as far as the phone knows it); null: taken along and still sealed. */
  readonly openedAt: number | null
  /** The server takes nothing of this person now: it is not sent by itself any more, only when they open it. */
  readonly byTap?: true
}

/** When this paper's time is over: the server's deadline; of a paper taken along, its minutes after it was opened, when that is sooner. */
export function endsAt({
  paper,
  openedAt,
}: Pick<KeptPaper, 'openedAt'> & { paper: Pick<Paper, 'along' | 'deadlineAt' | 'minutes'> }): number {
  if (!paper.along || paper.minutes === 0 || openedAt === null) return paper.deadlineAt
  return Math.min(paper.deadlineAt, openedAt + paper.minutes * 60_000)
}

/** The paper with the deadline that the server told: a later one, for a quiz may be extended and never gets shorter. The same object when it is not later. */
export function extended(kept: KeptPaper, deadlineAt: number): KeptPaper {
  const { paper } = kept
  const more = deadlineAt - paper.deadlineAt
  return more > 0 ? { ...kept, paper: { ...paper, deadlineAt, arriveBy: paper.arriveBy + more } } : kept
}

/** The key of an attempt's paper in the outbox. */
export const paperKey = (attemptId: string): string => `submitPaper:${attemptId}`

/** The attempt of a quiz whose paper is among these of the outbox; attempts are named `<quiz>.<person>.<number>`. null: none is. */
export function attemptAmong(quizId: string, entries: readonly { readonly key: string }[]): string | null {
  const prefix = paperKey(`${quizId}.`)
  const entry = entries.find(({ key }) => key.startsWith(prefix))
  return entry ? entry.key.slice(paperKey('').length) : null
}

/** Of what this phone and the server know of the opening of a paper: the earlier. */
export function earlierOpening(own: number | null, told: number | null | undefined): number | null {
  if (own === null || told === null || told === undefined) return own ?? told ?? null
  return Math.min(own, told)
}

const LIST = 'papers'
const keyOf = (quizId: string) => `paper:${quizId}`
/** Attempts are named `<quiz>.<person>.<number>`. */
const quizOf = (attemptId: string) => attemptId.split('.')[0] ?? ''
const isKept = (value: unknown): value is KeptPaper =>
  typeof value === 'object' && value !== null && Array.isArray((value as Partial<KeptPaper>).paper?.items)

/**
 * Papers that are being answered or were taken along: one for each quiz, until it is with the server. They are no cache: what is answered
 * without a network is answered from them.
 */
export function createPapers(kv: Kv) {
  const quizIds = (): string[] => {
    const list = kv.read<unknown>(LIST)
    return Array.isArray(list) ? list.filter((id): id is string => typeof id === 'string') : []
  }
  const read = (quizId: string): KeptPaper | null => {
    const kept = kv.read<unknown>(keyOf(quizId))
    return isKept(kept) ? kept : null
  }
  const drop = (quizId: string): void => {
    kv.drop(keyOf(quizId))
    kv.write(
      LIST,
      quizIds().filter((id) => id !== quizId),
    )
  }
  const close = (quizId: string, attemptId: string): void => {
    kv.drop(`draft:${attemptId}`)
    // The next attempt may have been dealt meanwhile.
    if (read(quizId)?.paper.attemptId === attemptId) drop(quizId)
  }

  return {
    read,
    /** Whether the phone has it now; a store that keeps in memory what does not fit has it as long as the app is open. */
    write(kept: KeptPaper): boolean {
      const { quizId } = kept.paper
      // Listed first: a paper that is not listed would not be handed in by itself when its time is over.
      const listed = quizIds().includes(quizId) || kv.write(LIST, [...quizIds(), quizId])
      return kv.write(keyOf(quizId), kept) && listed
    },
    list: (): KeptPaper[] =>
      quizIds()
        .map(read)
        .filter((kept): kept is KeptPaper => kept !== null),
    drop,
    /** Its attempt is with the server, or never will be: the paper and what was answered are not needed any more. */
    close,
    closeAttempt: (attemptId: string): void => close(quizOf(attemptId), attemptId),
    /** Leaves it to the person whether it is sent again. */
    leaveToTap(attemptId: string): void {
      const kept = read(quizOf(attemptId))
      if (kept?.paper.attemptId === attemptId) kv.write(keyOf(kept.paper.quizId), { ...kept, byTap: true })
    },
  }
}

export type Papers = ReturnType<typeof createPapers>
