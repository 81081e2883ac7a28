import type { OutputOf } from '@/contracts/action'
import type { Chapter, getHandbook, HandbookItem, HandbookLesson } from '@/contracts/handbook'
import type { Kv } from '../storage/kv.shared'

/** A chapter in the table of contents: what it is, and in how many parts the phone keeps it. */
interface Entry extends Omit<Chapter, 'items'> {
  readonly parts: number
}

interface Contents {
  readonly entries: readonly Entry[]
  readonly lessons: readonly HandbookLesson[]
}

export interface Handbook {
  /** In order. */
  readonly chapters: readonly Chapter[]
  readonly lessons: readonly HandbookLesson[]
}

const CONTENTS = 'handbook'
/** At about 1 KB an item a part stays below the platform's 1 MB a key. */
const ITEMS_A_PART = 250
const partKey = ({ id, version }: Pick<Chapter, 'id' | 'version'>, part: number) => `handbook:${id}:${version}:${part}`

/**
 * The handbook on the phone, by chapter. A new version is written beside the old one and counts once the table of contents names it; then the old one
 * is dropped. So a phone that is killed in between has the old one whole.
 */
export function createHandbookStore(kv: Kv) {
  const contents = (): Contents => kv.read<Contents>(CONTENTS) ?? { entries: [], lessons: [] }

  const readChapter = ({ parts, ...chapter }: Entry): Chapter | null => {
    const items: HandbookItem[] = []
    for (let part = 0; part < parts; part += 1) {
      const some = kv.read<HandbookItem[]>(partKey(chapter, part))
      if (some === null) return null
      items.push(...some)
    }
    return { ...chapter, items }
  }
  const dropParts = (entry: Entry) => {
    for (let part = 0; part < entry.parts; part += 1) kv.drop(partKey(entry, part))
  }
  const writeChapter = ({ items, ...chapter }: Chapter): Entry | null => {
    const entry = { ...chapter, parts: Math.ceil(items.length / ITEMS_A_PART) }
    for (let part = 0; part < entry.parts; part += 1) {
      const some = items.slice(part * ITEMS_A_PART, (part + 1) * ITEMS_A_PART)
      if (kv.write(partKey(entry, part), some)) continue
      dropParts(entry)
      return null
    }
    return entry
  }

  return {
    /** Which chapters the phone has whole. */
    have: (): { id: string; version: number }[] =>
      contents()
        .entries.filter((entry) => readChapter(entry) !== null)
        .map(({ id, version }) => ({ id, version })),
    /** The handbook as the phone has it; null: it was never opened. */
    read(): Handbook | null {
      const { entries, lessons } = contents()
      const chapters = entries.flatMap((entry) => readChapter(entry) ?? [])
      return chapters.length === 0 ? null : { chapters, lessons }
    },
    /** Takes in an answer of the server; whether the phone has it all now (false: the storage is full). */
    take({
      chapters,
      changed,
      lessons,
    }: Pick<OutputOf<typeof getHandbook>, 'chapters' | 'changed' | 'lessons'>): boolean {
      const before = contents().entries
      const written = changed.map(writeChapter)
      const listed = (id: string) => chapters.some((chapter) => chapter.id === id)
      const fresh = written.flatMap((entry) => entry ?? [])
      const replaced = (id: string) => fresh.some((entry) => entry.id === id)
      const entries = [...before.filter(({ id }) => listed(id) && !replaced(id)), ...fresh]
      const sorted = entries.sort((a, b) => a.order - b.order)
      if (!kv.write(CONTENTS, { entries: sorted, lessons })) return false
      const stands = (old: Entry) => sorted.some(({ id, version }) => id === old.id && version === old.version)
      for (const old of before) if (!stands(old)) dropParts(old)
      return written.every((entry) => entry !== null)
    },
  }
}
