import { listNotes as contract } from '@/contracts/writing'
import { findTitles } from '../_data/lessons'
import { notesOf } from '../_data/notes'
import { implement } from '../_kit/action'

const MOST = 100

/** The caller's own, whatever became of the lessons. Three database requests. */
export const listNotes = implement(contract, {
  allow: () => true,
  async handle({ caller }) {
    // removed ones lie among them
    const notes = (await notesOf(caller.person._id, 2 * MOST)).filter(({ text }) => text !== '').slice(0, MOST)
    const titles = await findTitles(notes.map(({ lessonId }) => lessonId))
    return {
      rows: notes.map(({ lessonId, text, updatedAt }) => ({
        lessonId,
        title: titles.get(lessonId) ?? '微党课',
        text,
        updatedAt,
      })),
    }
  },
})
