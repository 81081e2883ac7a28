import { getHandbook as contract } from '@/contracts/handbook'
import { nextAnswer } from '@/domain/handbook/portions'
import type { HandbookDoc } from '../_data/documents'
import { chapterList, explainingLessons, findChapterPart, findChapters } from '../_data/handbook'
import { implement } from '../_kit/action'

/** An item has about 1 KB and an answer may have 1 MB. */
const ITEMS_AT_ONCE = 400

const chapterOf = ({ _id: id, title, order, version, items }: HandbookDoc) => ({ id, title, order, version, items })

/**
 * Two database requests, one when the phone has everything: the caller with the list of chapters and the lessons, and the chapters that changed. The handbook
 * is study material: everyone who is bound reads it whole, with its keys.
 */
export const getHandbook = implement(contract, {
  alongside: (_input, { now }) => ({ chapters: chapterList(), lessons: explainingLessons(now) }),
  allow: () => true,
  async handle({ input, found }) {
    const has = new Map(input.have.map(({ id, version }) => [id, version]))
    const sizes = found.chapters.map(({ _id: id, version, count }) => ({ id, version, count }))
    const lacking = sizes.filter(({ id, version }) => has.get(id) !== version)
    const next = nextAnswer(lacking, input.begun, ITEMS_AT_ONCE)
    const ids = next.give === 'chapters' ? next.ids : []
    const changed = ids.length > 0 ? await findChapters(ids) : []
    const part = next.give === 'part' ? await findChapterPart(next.id, next.from, ITEMS_AT_ONCE) : null
    const count = sizes.find(({ id }) => id === part?._id)?.count ?? 0
    return {
      chapters: sizes.map(({ id, version }) => ({ id, version })),
      changed: changed.sort((a, b) => a.order - b.order).map(chapterOf),
      part: part && next.give === 'part' ? { ...chapterOf(part), from: next.from, count } : null,
      more: next.more,
      lessons: found.lessons
        .filter(({ questions }) => questions.length > 0)
        .map(({ _id: id, title, questions }) => ({ id, title, questions })),
    }
  },
})
