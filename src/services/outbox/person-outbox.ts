import { cacheOf } from '../cache/cache'
import { roomOf } from '../cache/drafts-kv'
import { reviewLogOf } from '../handbook/review-log'
import { isOnline } from '../online'
import { papersOf } from '../quiz-paper'
import { call } from '../transport/call'
import { letterDraftsOf } from '../writing/letter-drafts'
import { notesOf } from '../writing/notes'
import { reflectionDraftsOf } from '../writing/reflection-drafts'
import { createOutbox, type Outbox } from './create-outbox'
import { kindOf } from './kinds'
import type { Parcel } from './outbox.shared'
import { type PersonStore, settle, type Why } from './settle'

/** An entry of the table with its types put aside: the parcel's kind says which they are. */
type AnySettle = {
  arrived?: (data: unknown, input: unknown, store: PersonStore) => void
  refused?: (why: Why, input: unknown, store: PersonStore) => boolean | undefined
}
const settleOf = (parcel: Parcel) => (settle as Readonly<Record<string, AnySettle | undefined>>)[parcel.kind]

/** The outbox of one person, whoever uses the phone now. */
export function outboxOf(person: string): Outbox {
  const store: PersonStore = {
    cache: cacheOf(person),
    letters: letterDraftsOf(person),
    papers: papersOf(person),
    reviews: reviewLogOf(person),
    notes: notesOf(person),
    reflections: reflectionDraftsOf(person),
  }
  return createOutbox({
    kv: roomOf(person),
    knows: (parcel) => kindOf(parcel.kind) !== undefined,
    isFleeting: (parcel, input) => kindOf(parcel.kind)?.fleeting?.(input) ?? false,
    isCutOff: () => !isOnline(),
    async send(parcel, input) {
      const kind = kindOf(parcel.kind)
      if (!kind) throw new Error(`no kind ${parcel.kind}`)
      return call(kind.contract, input)
    },
    settled: (parcel, input, data) => settleOf(parcel)?.arrived?.(data, input, store),
    refused: (parcel, input, error) => settleOf(parcel)?.refused?.(error, input, store) ?? true,
    badNews: (parcel, data) => kindOf(parcel.kind)?.badNews?.(data) ?? null,
    now: () => Date.now(),
    random: () => Math.random(),
    later(ms, work) {
      const timer = setTimeout(work, ms)
      return () => clearTimeout(timer)
    },
  })
}
