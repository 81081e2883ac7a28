import { listNotes as contract } from '@/contracts/writing'
import { findTitles } from '../_data/lessons'
import { notesBefore } from '../_data/notes'
import { implement } from '../_kit/action'

/** A note has up to 9 KB; an answer may have 1 MB. */
const PAGE = 20
/** So many more are read: notes written at the same instant stay on one page, for the next one begins before that instant. */
const TIES = 20

/** The caller's own, whatever became of the lessons. Three database requests. */
export const listNotes = implement(contract, {
  allow: () => true,
  async handle({ caller, input }) {
    const read = await notesBefore(caller.person._id, input.before, PAGE + TIES)
    const last = read[PAGE - 1]
    const page = last ? read.filter(({ updatedAt }, i) => i < PAGE || updatedAt === last.updatedAt) : read
    const titles = await findTitles(page.map(({ lessonId }) => lessonId))
    return {
      rows: page.map(({ lessonId, text, updatedAt }) => ({
        lessonId,
        title: titles.get(lessonId) ?? '微党课',
        text,
        updatedAt,
      })),
      next: last && page.length < read.length ? last.updatedAt : null,
    }
  },
})
