import { isAddressee } from '@/domain/people'
import { isOnRoster } from '@/domain/themeday'
import { ownAttendance } from '../_data/attendances'
import type { Caller } from '../_data/callers'
import type { ThemeDayDoc } from '../_data/documents'
import { factOf } from '../_data/facts'
import { themeDayWithOrg } from '../_data/theme-days'
import { refuse } from '../_kit/refusal'

/** What a member's own leave needs: the theme day with what is known of the caller there; someone else's is FORBIDDEN. */
export const ownLeave = {
  alongside: ({ themeDayId }: { themeDayId: string }, { openid }: { openid: string }) => ({
    themeDay: themeDayWithOrg(themeDayId),
    fact: factOf('themeday', themeDayId, openid),
    attendance: ownAttendance(themeDayId, openid),
  }),
  allow: ({ caller, found }: { caller: Caller; found: { themeDay: ThemeDayDoc[] } }): boolean => {
    const { orgId, roster } = found.themeDay[0] ?? refuse('NOT_FOUND')
    return isAddressee(caller, orgId) || isOnRoster(roster, caller.person)
  },
}
