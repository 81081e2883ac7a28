import type { OutputOf } from '@/contracts/action'
import { listThemeDays as contract } from '@/contracts/themeday'
import { canManageThemeDay } from '@/domain/people'
import { ownStanding } from '@/domain/themeday'
import type { Caller } from '../_data/callers'
import { comingThemeDays, knownOf, type OwnThemeDay, pastThemeDays } from '../_data/own-theme-days'
import { implement } from '../_kit/action'

type Row = OutputOf<typeof contract>['past'][number]

const A_PAGE = 20
const MOST_COMING = 50

/** Three database requests: the caller; what is to come; what has been, each with the caller's facts, leave and scans. */
export const listThemeDays = implement(contract, {
  allow: () => true,
  async handle({ caller, input, now }) {
    const { before } = input
    const [coming, past] = await Promise.all([
      before === null ? comingThemeDays(caller, now, MOST_COMING) : [],
      pastThemeDays(caller, now, before, A_PAGE + 1),
    ])
    const shown = past.slice(0, A_PAGE)
    const last = shown[shown.length - 1]
    return {
      now,
      coming: coming.map((themeDay) => rowOf(themeDay, caller, now)),
      past: shown.map((themeDay) => rowOf(themeDay, caller, now)),
      next: last && past.length > A_PAGE ? { startsAt: last.startsAt, id: last._id } : null,
    }
  },
})

function rowOf(themeDay: OwnThemeDay, caller: Caller, now: number): Row {
  const { _id: id, title, place, forms, startsAt, endsAt, org } = themeDay
  const { status, mine } = ownStanding(themeDay, caller, knownOf(themeDay), now)
  const canManage = canManageThemeDay(caller, org[0]?.path ?? [])
  const cancelled = themeDay.cancelled ? { cancelled: true as const } : {}
  return {
    id,
    title,
    orgName: org[0]?.name ?? '',
    place,
    forms,
    startsAt,
    endsAt,
    status,
    mine,
    ...cancelled,
    canManage,
  }
}
