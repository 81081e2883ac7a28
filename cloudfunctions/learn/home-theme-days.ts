import type { OutputOf } from '@/contracts/action'
import type { getHome } from '@/contracts/learn'
import { canManageThemeDay } from '@/domain/people'
import { ownStanding } from '@/domain/themeday'
import { DAY_MS } from '@/domain/time/day'
import type { Caller } from '../_data/callers'
import { knownOf, type OwnThemeDay } from '../_data/own-theme-days'

type Row = OutputOf<typeof getHome>['themeDays'][number]

/** What the home page shows of one's theme days: those of the last day, and of the time before only what still wants something of the caller. */
export const homeThemeDays = (caller: Caller, themeDays: readonly OwnThemeDay[], now: number): Row[] =>
  themeDays
    .map((themeDay) => rowOf(themeDay, caller, now))
    .filter(({ endsAt, mine }) => endsAt > now - DAY_MS || mine === 'due' || mine === 'lateScan')

function rowOf(themeDay: OwnThemeDay, caller: Caller, now: number): Row {
  const { _id: id, title, place, startsAt, endsAt, org } = themeDay
  const { status, mine, remote } = ownStanding(themeDay, caller, knownOf(themeDay), now)
  return {
    ...{ id, title, place, startsAt, endsAt, status, mine, remote },
    ...(themeDay.cancelled && { cancelled: true as const }),
    canManage: canManageThemeDay(caller, org[0]?.path ?? []),
  }
}
