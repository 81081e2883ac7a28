import type { OutputOf } from '@/contracts/action'
import type { Chapter, getHandbook } from '@/contracts/handbook'

type Part = NonNullable<OutputOf<typeof getHandbook>['part']>

/**
 * A chapter that comes in parts, with one part more.
 * @param begun its first items; null: none yet
 * @returns what has been read of it (null: it has to begin anew, or is whole), and the chapter when it is whole
 */
export function growChapter(
  begun: Chapter | null,
  part: Part | null,
): { begun: Chapter | null; whole: Chapter | null } {
  if (part === null) return { begun: null, whole: null }
  const { from, count, ...piece } = part
  const before = begun?.id === piece.id && begun.version === piece.version ? begun.items : []
  // It was changed meanwhile: what came first is of another version.
  if (before.length !== from) return { begun: null, whole: null }
  const chapter = { ...piece, items: [...before, ...piece.items] }
  return chapter.items.length >= count || piece.items.length === 0
    ? { begun: null, whole: chapter }
    : { begun: chapter, whole: null }
}
