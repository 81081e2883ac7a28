import { getHandbook as contract } from '@/contracts/handbook'
import { type ChapterSummary, chapterList, explainingLessons, findChapters } from '../_data/handbook'
import { implement } from '../_kit/action'

/** An item has about 1 KB and an answer may have 1 MB. */
const ITEMS_AT_ONCE = 400

/**
 * Two database requests, one when the phone has everything: the caller with the list of chapters and the lessons, and the chapters that changed. The handbook
 * is study material: everyone who is bound reads it whole, with its keys.
 */
export const getHandbook = implement(contract, {
  alongside: (_input, { now }) => ({ chapters: chapterList(), lessons: explainingLessons(now) }),
  allow: () => true,
  async handle({ input, found }) {
    const has = new Map(input.have.map(({ id, version }) => [id, version]))
    const lacking = found.chapters.filter(({ _id, version }) => has.get(_id) !== version)
    const next = asManyAsFit(lacking)
    const changed = next.length > 0 ? await findChapters(next.map(({ _id }) => _id)) : []
    return {
      chapters: found.chapters.map(({ _id: id, version }) => ({ id, version })),
      changed: changed
        .sort((a, b) => a.order - b.order)
        .map(({ _id: id, title, order, version, items }) => ({ id, title, order, version, items })),
      more: next.length < lacking.length,
      lessons: found.lessons
        .filter(({ questions }) => questions.length > 0)
        .map(({ _id: id, title, questions }) => ({ id, title, questions })),
    }
  },
})

/** The first chapters that together fit into an answer; at least one. */
function asManyAsFit(chapters: readonly ChapterSummary[]): ChapterSummary[] {
  let items = 0
  const end = chapters.findIndex(({ count }, index) => {
    items += count
    return index > 0 && items > ITEMS_AT_ONCE
  })
  return chapters.slice(0, end < 0 ? chapters.length : end)
}
