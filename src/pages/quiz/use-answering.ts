import { useSyncExternalStore } from 'react'
import type { Answering, Answers } from './answering.shared'

/** What `pick` picks of the answers, as it changes: a component that picks one answer is drawn again for that answer alone. */
export const useAnswers = <T>(answering: Answering, pick: (answers: Answers) => T): T =>
  useSyncExternalStore(answering.subscribe, () => pick(answering.read()))
