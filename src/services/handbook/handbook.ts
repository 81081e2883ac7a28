import type { OutputOf } from '@/contracts/action'
import { type Chapter, getHandbook } from '@/contracts/handbook'
import { personKv } from '../storage/kv'
import { call } from '../transport/call'
import { growChapter } from './grow-chapter.shared'
import { createHandbookStore, type Handbook } from './handbook-store.shared'

const store = createHandbookStore(personKv)

/** More answers than a handbook comes in; and an end, whatever a server answers. */
const MOST_ANSWERS = 60

/** The handbook as the phone has it; null: it was never opened here. */
export const readHandbook = (): Handbook | null => store.read()

/**
 * Asks for what changed and keeps it; rejects with a CallError. What does not fit into the phone's storage is given all the same, for this time.
 * @returns the handbook, and whether the phone has it now
 */
export async function loadHandbook(): Promise<{ handbook: Handbook; stored: boolean }> {
  const have = new Map(store.have().map(({ id, version }) => [id, version]))
  const inHand = new Map((store.read()?.chapters ?? []).map((chapter) => [chapter.id, chapter]))
  let stored = true
  let begun: Chapter | null = null
  for (let answers = 0; ; answers += 1) {
    const answer: OutputOf<typeof getHandbook> = await call(getHandbook, {
      have: [...have].map(([id, version]) => ({ id, version })),
      begun: begun && { id: begun.id, version: begun.version, items: begun.items.length },
    })
    const grown = growChapter(begun, answer.part)
    const changed = grown.whole ? [...answer.changed, grown.whole] : answer.changed
    begun = grown.begun
    stored = store.take({ ...answer, changed }) && stored
    for (const chapter of changed) {
      have.set(chapter.id, chapter.version)
      inHand.set(chapter.id, chapter)
    }
    if (answer.more && (changed.length > 0 || begun !== null) && answers < MOST_ANSWERS) continue
    const chapters = answer.chapters.flatMap(({ id }) => inHand.get(id) ?? [])
    return { handbook: { chapters, lessons: answer.lessons }, stored }
  }
}
