import { cacheNames } from '../cache/cache'
import type { Cache } from '../cache/cache.shared'
import { type ReviewLog, takeAnswer } from '../handbook/review-log.shared'
import type { Papers } from '../quiz-paper.shared'
import type { Notes } from '../writing/notes'
import type { ReflectionDrafts } from '../writing/reflection-drafts'
import { rememberNote, rememberReflection } from '../writing/remember'
import type { InputOfKind, OutputOfKind, ParcelKind } from './kinds'

/** What the phone keeps of the person whose parcel it was. */
export interface PersonStore {
  readonly cache: Cache
  readonly notes: Notes
  readonly reflections: ReflectionDrafts
  readonly papers: Papers
  readonly reviews: ReviewLog
}

interface Settle<K extends ParcelKind> {
  /** The server has it. May run twice. */
  readonly arrived?: (data: OutputOfKind<K>, input: InputOfKind<K>, store: PersonStore) => void
  /** The server will never take it. May run twice. */
  readonly refused?: (code: string, input: InputOfKind<K>, store: PersonStore) => void
}

/** What the server's answer to a parcel means for what the phone keeps; kinds that are not here keep nothing. */
export const settle: { readonly [K in ParcelKind]?: Settle<K> } = {
  submitPaper: {
    arrived(result, _input, { cache, papers }) {
      cache.write(cacheNames.result(result.attemptId), result)
      papers.close(result.quizId, result.attemptId)
    },
    refused: (_code, { attemptId }, { papers }) => papers.closeAttempt(attemptId),
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
}
