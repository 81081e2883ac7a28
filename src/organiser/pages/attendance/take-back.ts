import { organise } from '@/services/organise'
import { outbox } from '@/services/outbox/outbox'
import { themeday } from '@/services/themeday'
import type { Row } from './attendance.shared'
import type { Last } from './last.shared'

const UNDO_REASON = '书记代录有误，当场撤回'

/** A record is taken back, or is made valid again. */
export async function correctEntry(themeDayId: string, row: Row, withdrawn: boolean, reason: string): Promise<Last> {
  const { personId, name } = row
  await organise.correct({ kind: 'themeday', activityId: themeDayId, personId, withdrawn, reason })
  return { text: withdrawn ? `${name}的记录已撤回` : `${name}的记录已恢复`, undo: null }
}

/** Takes back what was just entered by proxy, and nothing else: a check-in that somebody made themselves meanwhile stays (CHANGED_MEANWHILE). */
export async function undoProxy(themeDayId: string, { personId, name }: Row): Promise<Last> {
  const entry = { kind: 'themeday', activityId: themeDayId, personId, was: 'proxy' } as const
  await organise.correct({ ...entry, withdrawn: true, reason: UNDO_REASON })
  return { text: `${name}的记录已撤回`, undo: null }
}

/**
 * Takes back an entry that waited on the phone.
 * @param there takes it back where the server has it
 */
export async function takeBack(key: string, { name }: Row, there: () => Promise<Last>): Promise<Last> {
  const outcome = await outbox.cancel(key)
  if (outcome === 'dropped') return { text: `${name}的这条还没送出，已经取消`, undo: null }
  try {
    return await there()
  } catch (thrown) {
    if (outcome === 'gone') throw thrown
    // it will not be sent again, but a try whose answer was lost may have arrived
    return { text: `${name}的这条不再送出。有网时请再看一眼名单，没取消成的可以更正。`, undo: null }
  }
}

/**
 * Takes back an entry by proxy of which nobody knows what became of it: only if it stands as one, because who has checked in by themselves
 * in the meantime is not to be taken back.
 */
export async function takeBackProxy(themeDayId: string, row: Row, correct: () => Promise<Last>): Promise<Last> {
  const { rows } = await themeday.attendance(themeDayId, { name: row.name })
  const state = rows.find(({ personId }) => personId === row.personId)?.state
  if (state === 'proxy') return correct()
  const cameThemselves = state === 'onSite' || state === 'remote'
  return { text: cameThemselves ? `${row.name}已经自己签到，没有改动` : `${row.name}没有代录`, undo: null }
}
