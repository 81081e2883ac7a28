import type { OutputOf } from '@/contracts/action'
import type { getHome } from '@/contracts/learn'
import { isInvited } from '@/domain/people'
import { placeOn } from '@/domain/people/membership'
import { checkInState, remoteWindow } from '@/domain/themeday'
import { dayOf } from '@/domain/time/day'
import type { Caller } from '../_data/callers'
import type { NearThemeDay } from '../_data/near-theme-days'

type Row = OutputOf<typeof getHome>['themeDays'][number]

/** The theme days to which the caller is invited, as the home page shows them. Who was transferred sees those of a branch on the days on which they belonged to it. */
export function homeThemeDays(
  caller: Caller,
  themeDays: readonly NearThemeDay[],
  checkedIn: (themeDayId: string) => boolean,
  now: number,
): Row[] {
  const invited = themeDays.filter(({ orgId, startsAt }) => isInvited(caller, orgId, dayOf(startsAt)))
  return invited.map((themeDay) => {
    const { _id: id, title, place, startsAt, endsAt, frozenAt, own } = themeDay
    const mobile = placeOn(caller.person, dayOf(startsAt))?.mobile ?? false
    const roster = frozenAt === undefined ? null : { frozenAt }
    const window = remoteWindow({ ...themeDay, roster }, { mobile, expected: true }, now)
    const isIn = checkedIn(id)
    return {
      ...{ id, title, place, startsAt, endsAt },
      status: checkInState(themeDay, now),
      checkedIn: isIn,
      // checking in takes leave back
      onLeave: !isIn && own.some(({ leave }) => leave !== null),
      remote: window !== null && now < window.until,
    }
  })
}
