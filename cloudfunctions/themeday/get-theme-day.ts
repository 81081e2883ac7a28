import { getThemeDay as contract } from '@/contracts/themeday'
import { canManageThemeDay, isAddressee, isOneOf } from '@/domain/people'
import { checkInState } from '@/domain/themeday'
import { factOf, standingFact } from '../_data/facts'
import { themeDayWithOrg } from '../_data/theme-days'
import { implement } from '../_kit/action'

/** For the members of the organisation that holds it, whoever was expected there (transferred since or not), and those who look after it. */
export const getThemeDay = implement(contract, {
  alongside: ({ themeDayId }, { openid }) => ({
    themeDay: themeDayWithOrg(themeDayId),
    fact: factOf('themeday', themeDayId, openid),
  }),
  allow({ caller, found, refuse }) {
    const themeDay = found.themeDay[0] ?? refuse('NOT_FOUND')
    const org = themeDay.org[0] ?? refuse('NOT_FOUND')
    const wasExpected = isOneOf(caller.person, themeDay.roster?.expected ?? [])
    return isAddressee(caller, org._id) || wasExpected || canManageThemeDay(caller, org.path)
  },
  async handle({ caller, now, found, refuse }) {
    const themeDay = found.themeDay[0] ?? refuse('NOT_FOUND')
    const org = themeDay.org[0] ?? refuse('NOT_FOUND')
    const standing = await standingFact(found.fact)
    const fact = standing?.withdrawn ? null : standing
    const { _id: id, title, place, forms, agenda, startsAt, endsAt } = themeDay
    return {
      id,
      title,
      orgName: org.name,
      place,
      forms,
      agenda,
      startsAt,
      endsAt,
      status: checkInState(themeDay, now),
      checkedInAt: fact?.occurredAt ?? null,
      channel: fact?.channel ?? null,
      canManage: canManageThemeDay(caller, org.path),
    }
  },
})
