import type { ErrorCode } from '@/contracts/errors'
import { cacheNames } from '../cache/cache'
import type { Cache } from '../cache/cache.shared'
import { type ReviewLog, takeAnswer } from '../handbook/review-log.shared'
import type { Papers } from '../quiz-paper.shared'
import type { LetterDrafts } from '../writing/letter-drafts.shared'
import type { Notes } from '../writing/notes'
import type { ReflectionDrafts } from '../writing/reflection-drafts'
import { rememberNote, rememberReflection } from '../writing/remember'
import type { InputOfKind, OutputOfKind, ParcelKind } from './kinds'
import type { Refusal } from './outbox.shared'

/** What the phone keeps of the person whose parcel it was. */
export interface PersonStore {
  readonly cache: Cache
  readonly notes: Notes
  readonly reflections: ReflectionDrafts
  readonly letters: LetterDrafts
  readonly papers: Papers
  readonly reviews: ReviewLog
}

interface Settle<K extends ParcelKind> {
  /** The server has it. May run twice. */
  readonly arrived?: (data: OutputOfKind<K>, input: InputOfKind<K>, store: PersonStore) => void
  /**
   * The server will never take it as it is. May run twice; false: what the person must have back does not fit into the phone, so the parcel stays
   * until it does.
   */
  readonly refused?: (why: Why, input: InputOfKind<K>, store: PersonStore) => boolean | undefined
}

/** Why the server will not take a parcel. */
export type Why = Pick<Refusal, 'code' | 'message'>

/**
 * Of a paper: the server will never count it, whenever it comes. Any other refusal (an older version of the functions, a role that is put right
 * tomorrow) keeps paper and answers.
 */
const finalForPapers: readonly string[] = [
  'ATTEMPT_EXPIRED',
  'QUIZ_CLOSED',
  'WITHDRAWN',
  'NOT_MEMBER_THEN',
  'NOT_FOUND',
] satisfies ErrorCode[]

/** Of a paper that is kept: as long as the person's place is not put right, each try would end the same, with the same sentence at home. */
const aboutThePerson: readonly string[] = ['NOT_MEMBER', 'FORBIDDEN'] satisfies ErrorCode[]

/** What the server's answer to a parcel means for what the phone keeps; kinds that are not here keep nothing. */
export const settle: { readonly [K in ParcelKind]?: Settle<K> } = {
  submitPaper: {
    arrived(result, _input, { cache, papers }) {
      cache.write(cacheNames.result(result.attemptId), result)
      papers.close(result.quizId, result.attemptId)
    },
    refused({ code }, { attemptId }, { papers }) {
      if (finalForPapers.includes(code)) papers.closeAttempt(attemptId)
      else if (aboutThePerson.includes(code)) papers.leaveToTap(attemptId)
      return true
    },
  },
  syncReviews: { arrived: (answer, { batch }, { reviews }) => takeAnswer(reviews, batch?.reviews ?? [], answer) },
  keepNote: {
    arrived(note, { lessonId, text }, { notes, cache }) {
      notes.acknowledge(lessonId, text, note)
      rememberNote(cache, lessonId, note)
    },
  },
  submitReflection: {
    arrived(reflection, { about, text }, { reflections, cache }) {
      reflections.acknowledge(about, text, reflection.writtenAt)
      rememberReflection(cache, reflection)
    },
  },
  checkInRemotely: {
    // the participation counts, and another text of theirs stands already: which of the two is theirs to say (decision 13)
    refused: ({ code }, { themeDayId: id, text }, { reflections }) =>
      code !== 'CHANGED_MEANWHILE' || reflections.giveBack({ kind: 'themeday', id }, text),
  },
  sendLetter: {
    arrived: (_letter, { key }, { letters }) => letters.delivered(key),
    refused: ({ message }, { key, kind, text }, { letters }) => letters.giveBack({ key, kind, text, why: message }),
  },
}
