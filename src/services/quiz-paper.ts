import { draftsKv, draftsKvOf } from './cache/drafts-kv'
import { createPapers, type Papers } from './quiz-paper.shared'

/** The papers of the person who uses this phone now. */
export const papers = createPapers(draftsKv)

/** The papers of one person, whoever uses the phone now. */
export const papersOf = (person: string): Papers => createPapers(draftsKvOf(person))
