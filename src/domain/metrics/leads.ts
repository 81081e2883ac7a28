import type { Day, Id, Instant } from '@/contracts/common'
import type { ThemeDayForm } from '@/contracts/themeday'
import type { OrgNode } from '../participation/org-tree'
import type { ParticipationIndex } from '../participation/participation-index'
import type { Period } from '../time/day'
import { monthsOf, periodOfMonth } from '../time/period'
import { stoodOn } from './contexts'

/** What leads are found in: a theme day as it is stored, without its roster's seats. */
export interface ThemeDayRecord {
  readonly id: Id
  readonly orgId: Id
  readonly title: string
  readonly forms: readonly ThemeDayForm[]
  readonly startsAt: Instant
  readonly endsAt: Instant
  /** When its check-in was opened; null: never. */
  readonly openedAt: Instant | null
  /** When it was closed by hand; null: it ended by itself, or was not opened. */
  readonly closedAt: Instant | null
}

/** 无人到会 · 事后补开 · 多数代录 · 时间过短. */
export type ActivitySign = 'nobodyCame' | 'openedAfterwards' | 'mostlyProxy' | 'veryShort'

const MINUTE = 60_000
/** Shorter than this nothing was studied or discussed by a branch. */
const SHORT_MINUTES = 20
/** Of fewer people a majority by proxy says nothing: a branch of the very old. */
const PROXY_FROM = 5

/**
 * What about a theme day's record a person should look at. Leads, never verdicts: each has good reasons too (a hall without a network, a visit to the
 * very old). One whose check-in was never opened has no record and no sign.
 * @param present who came; @param proxies how many of them were entered by somebody else
 */
export function activitySigns(
  { openedAt, startsAt, endsAt, closedAt }: Omit<ThemeDayRecord, 'id' | 'orgId' | 'forms' | 'title'>,
  present: number,
  proxies: number,
): ActivitySign[] {
  if (openedAt === null) return []
  if (present === 0) return ['nobodyCame']
  const afterwards = openedAt >= endsAt
  // opened afterwards, it is closed at once and all are entered by name: that says nothing more
  if (afterwards) return ['openedAfterwards']
  const lasted = closedAt === null ? endsAt - startsAt : Math.min(closedAt, endsAt) - Math.min(startsAt, openedAt)
  return [
    ...(present >= PROXY_FROM && proxies * 2 > present ? (['mostlyProxy'] as const) : []),
    ...(lasted < SHORT_MINUTES * MINUTE ? (['veryShort'] as const) : []),
  ]
}

/**
 * Of some branches, the whole months of a period that are over in which nobody of theirs took part in a theme day (主题党日 once a month is the
 * default obligation). A month in which the branch did not stand from its first day to its last is not due.
 * @returns months ascending, for each branch in order; empty: behind in none
 */
export function monthsWithout(
  branches: readonly Pick<OrgNode, 'ranges' | 'foundedOn' | 'endedOn'>[],
  index: ParticipationIndex,
  { from, to }: Period,
  today: Day,
): string[][] {
  const due = monthsOf(from, to).filter((month) => {
    const days = periodOfMonth(month)
    return days.from >= from && days.to <= to && days.to < today
  })
  const missing: string[][] = branches.map(() => [])
  for (const month of due) {
    const days = periodOfMonth(month)
    const held = index.anyone(
      { kind: 'themeday', ...days },
      branches.map(({ ranges }) => ranges),
    )
    for (const [i, branch] of branches.entries()) {
      const stood = stoodOn(branch, days.from) && stoodOn(branch, days.to)
      if (stood && !held[i]) missing[i]?.push(month)
    }
  }
  return missing
}
