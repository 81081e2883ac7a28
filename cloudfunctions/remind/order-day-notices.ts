import { dayNoticeWords, toldDay } from '@/domain/remind'
import { dayOf } from '@/domain/time'
import { findOrganisation } from '../_data/organisations'
import { orderSending } from '../_data/sendings'
import { dueNotices, markTold } from '../_data/theme-plans'

const AT_ONCE = 100

/**
 * Orders to tell of theme days that were changed, called off or restored: first the order, by its name, then the mark that it was given. Who dies in between gives the same
 * order again. How many theme days were looked at.
 */
export async function orderDayNotices(now: number): Promise<number> {
  const due = await dueNotices(now, AT_ONCE)
  for (const day of due) {
    const { _id: activityId, orgId, untold, startsAt, endsAt } = day
    if (!untold) continue
    const text = dayNoticeWords(day, untold.since)
    const org = text === null ? null : await findOrganisation(orgId)
    if (text !== null && org) {
      const mark = untold.at.toString(36)
      const cancelled = toldDay(day).cancelled
      await orderSending({
        _id: `themeDayChanged.${activityId}.${mark}`,
        cause: 'themeDayChanged',
        ...{ personId: null, orgId, fromOrgName: org.name, kind: null, slice: {}, only: null },
        ...{ from: dayOf(startsAt), to: dayOf(endsAt), createdAt: now, day: dayOf(now), dueAt: now },
        // a permission to be reminded of what is called off is not needed for that any more
        notice: {
          text,
          activityId,
          mark,
          by: untold.by,
          until: endsAt,
          keepsLeave: !cancelled,
          template: cancelled ? 'themeDay' : null,
        },
      })
    }
    await markTold(activityId, untold.at)
  }
  return due.length
}
