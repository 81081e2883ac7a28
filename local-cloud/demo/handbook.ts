import type { Review, ReviewGrade } from '@/contracts/handbook'
import { addDays, startOfDay } from '@/domain/time/day'
import type { HandbookDoc, ReviewBatchDoc } from '../../cloudfunctions/_data/documents'
import { questions } from '../../content'
import { between, chanceFor } from './chance'
import type { Member } from './members'

/** The handbook from content/: a chapter for each document, in the order in which the documents come. */
export function planHandbook(): HandbookDoc[] {
  const chapters = new Map<string, HandbookDoc>()
  for (const { id, kind, stem, options, key, accepted = [], explanation, source, tags, difficulty } of questions) {
    const { document, article, documentId } = source
    const chapter = chapters.get(documentId) ?? {
      _id: documentId,
      title: document,
      order: chapters.size,
      version: 1,
      items: [],
    }
    const cited = { document, article }
    chapter.items.push({ id, kind, stem, options, key, accepted, explanation, source: cited, tags, difficulty })
    chapters.set(documentId, chapter)
  }
  return [...chapters.values()]
}

/** How many of the first questions someone has begun in the last four weeks, two a day. */
const BEGUN = 44
/** Days after the first answer on which a question was practised again. */
const AGAIN_AFTER = [3, 12, 24]

/**
 * What the personas practised until yesterday, a batch a day: some questions known for good, some wrong, some due today.
 * @param before the first day on which nothing was practised yet
 */
export function practiceHistory(
  members: readonly Member[],
  handbook: readonly HandbookDoc[],
  before: string,
): ReviewBatchDoc[] {
  const ids = handbook.flatMap(({ items }) => items.map(({ id }) => id)).slice(0, BEGUN)
  return members
    .filter(({ persona }) => persona?.stillToDo)
    .flatMap(({ person }) => {
      const chance = chanceFor(`practice ${person._id}`)
      const byDay = new Map<string, Review[]>()
      for (const [index, questionId] of ids.entries()) {
        const begun = addDays(before, Math.floor(index / 2) - 28)
        for (const [turn, after] of [0, ...AGAIN_AFTER].entries()) {
          const day = addDays(begun, after)
          if (day >= before) break
          const at = startOfDay(day) + between(7 * 60, 8 * 60, chance) * 60_000 + index * 1_000
          byDay.set(day, [...(byDay.get(day) ?? []), { questionId, at, grade: gradeOf(chance(), turn) }])
        }
      }
      return [...byDay].map(([day, reviews]): ReviewBatchDoc => {
        const keptAt = Math.max(...reviews.map(({ at }) => at)) + 60_000
        return { _id: `${person._id}.demo-${day}`, personId: person._id, keptAt, reviews }
      })
    })
}

/** Better from turn to turn. */
function gradeOf(luck: number, turn: number): ReviewGrade {
  const wrong = [0.35, 0.15, 0.05][turn] ?? 0.05
  if (luck < wrong) return 'again'
  return luck < wrong + 0.12 ? 'hard' : 'good'
}
