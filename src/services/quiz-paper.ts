import { cache, cacheOf } from './cache/cache'
import { createPapers, type Papers } from './quiz-paper.shared'
import { kvOf, personKv } from './storage/kv'
import { withRoom } from './storage/kv.shared'

/** The papers of the person who uses this phone now. */
export const papers = createPapers(withRoom(personKv, () => cache.evictOldest()))

/** The papers of one person, whoever uses the phone now. */
export const papersOf = (person: string): Papers =>
  createPapers(withRoom(kvOf(person), () => cacheOf(person).evictOldest()))
