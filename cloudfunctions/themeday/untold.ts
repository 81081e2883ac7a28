import { noticeTime, toldDay } from '@/domain/remind'
import type { Caller } from '../_data/callers'
import type { ThemeDayDoc } from '../_data/documents'

/**
 * That a planned theme day is changed now and nobody has been told yet: written with the change itself, so that no change is without it. The function `remind` tells of it.
 * @param then when it begins by the change
 */
export const untoldOf = (
  day: ThemeDayDoc,
  then: Pick<ThemeDayDoc, 'startsAt'>,
  caller: Caller,
  now: number,
): NonNullable<ThemeDayDoc['untold']> => ({
  since: day.untold?.since ?? toldDay(day),
  at: now,
  by: caller.person._id,
  dueAt: noticeTime(now, [day.startsAt, then.startsAt]),
})
