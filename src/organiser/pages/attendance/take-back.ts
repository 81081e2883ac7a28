import { outbox } from '@/services/outbox/outbox'
import { themeday } from '@/services/themeday'
import type { Row } from './attendance.shared'
import type { Last } from './last.shared'

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
