import { canManageThemeDay } from '@/domain/people'
import type { Caller } from '../_data/callers'
import type { OrganisationDoc, ThemeDayDoc } from '../_data/documents'
import { themeDayWithOrg } from '../_data/theme-days'
import { refuse } from '../_kit/refusal'

type Joined = ThemeDayDoc & { org: OrganisationDoc[] }

/** What the actions of the secretary's screen have in common: they read the theme day, and only those who look after it may. */
export const managedThemeDay = {
  alongside: ({ themeDayId }: { themeDayId: string }) => ({ themeDay: themeDayWithOrg(themeDayId) }),
  allow: ({ caller, found }: { caller: Caller; found: { themeDay: Joined[] } }): boolean =>
    canManageThemeDay(caller, found.themeDay[0]?.org[0]?.path ?? refuse('NOT_FOUND')),
}

/** The theme day and its organisation. Throws NOT_FOUND. */
export function joined(found: { themeDay: Joined[] }): { themeDay: ThemeDayDoc; org: OrganisationDoc } {
  const [row] = found.themeDay
  const org = row?.org[0]
  return row && org ? { themeDay: row, org } : refuse('NOT_FOUND')
}
