import type { Chapter, HandbookItem, HandbookLesson, Review } from '@/contracts/handbook'
import {
  countMastery,
  type History,
  historiesOf,
  isInWrongBook,
  type MasteryCounts,
  nextDueDays,
  type Portion,
  portionOf,
  reviewDay,
  type Scheduler,
} from '@/domain/handbook'
import type { Handbook } from '@/services/handbook/handbook-store.shared'

export interface BookChapter extends Chapter {
  readonly counts: MasteryCounts
}

/** The handbook and how someone stands with it. */
export interface Book {
  readonly chapters: readonly BookChapter[]
  readonly items: ReadonlyMap<string, HandbookItem>
  /** Ids in the order of the book. */
  readonly order: readonly string[]
  readonly counts: MasteryCounts
  readonly histories: ReadonlyMap<string, History>
  /** Counted from 1970-01-01, in Shanghai. */
  readonly today: number
  readonly portion: Portion
  /** In the wrong-answer book, in the order of the book. */
  readonly wrong: readonly string[]
  /** The days on which the next questions come due, in order. */
  readonly next: readonly number[]
  readonly lessonsOf: (itemId: string) => readonly HandbookLesson[]
}

/** Puts handbook and log together. */
export function makeBook(handbook: Handbook, reviews: readonly Review[], scheduler: Scheduler, now: number): Book {
  const all = handbook.chapters.flatMap(({ items }) => items)
  const items = new Map(all.map((item) => [item.id, item]))
  const order = [...items.keys()]
  const histories = historiesOf(reviews)
  const today = reviewDay(now)
  return {
    chapters: handbook.chapters.map((chapter) => ({
      ...chapter,
      counts: countMastery(
        chapter.items.map(({ id }) => id),
        histories,
      ),
    })),
    items,
    order,
    counts: countMastery(order, histories),
    histories,
    today,
    portion: portionOf(order, histories, scheduler, today),
    wrong: order.filter((id) => isInWrongBook(histories.get(id))),
    next: nextDueDays(order, histories, scheduler),
    lessonsOf: (itemId) => handbook.lessons.filter(({ questions }) => questions.includes(itemId)),
  }
}

/** '掌握 5 · 在学 3 · 没练过 10': only what there is. */
export function countsWords({ mastered, learning, new: fresh }: MasteryCounts): string {
  const parts = [
    { name: '掌握', count: mastered },
    { name: '在学', count: learning },
    { name: '没练过', count: fresh },
  ]
  return parts
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${name} ${count}`)
    .join(' · ')
}
