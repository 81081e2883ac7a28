import { dayNumber, dayOf } from '@/domain/time'
import { personKv } from '../storage/kv'
import { type DueNote, dueOn } from './due.shared'

const KEY = 'handbook-due'

/**
 * How many questions of the handbook are to be reviewed today, at most a day's portion (10); null: the handbook was never opened on this phone. From what
 * was noted when it was last open: the spaced repetition itself is not loaded for it.
 */
export function dueToday(): number | null {
  const note = personKv.read<DueNote>(KEY)
  return note && dueOn(note, dayNumber(dayOf(Date.now())))
}

/** Notes it for the days to come. */
export const noteDue = (note: DueNote): void => void personKv.write(KEY, note)
