import { isInvited } from '@/domain/people'
import { isOnRoster } from '@/domain/themeday'
import { dayOf } from '@/domain/time'
import { attendanceFor } from '../_data/attendances'
import type { OrganisationDoc, PersonDoc, ThemeDayDoc } from '../_data/documents'
import { factWithOrg } from '../_data/facts'
import { personWithOrgs } from '../_data/people'
import { themeDayWithOrg } from '../_data/theme-days'
import { refuse } from '../_kit/refusal'
import { managedThemeDay } from './managed-theme-day'

/** What is entered about somebody at a theme day: the same rights as its screen, and what is known of that person there. */
export const managedPerson = {
  alongside: ({ themeDayId, personId }: { themeDayId: string; personId: string }) => ({
    themeDay: themeDayWithOrg(themeDayId),
    person: personWithOrgs(personId),
    fact: factWithOrg('themeday', themeDayId, personId),
    attendance: attendanceFor(themeDayId, personId),
  }),
  allow: managedThemeDay.allow,
}

type WithOrg = PersonDoc & { org: OrganisationDoc[] }

/**
 * The person, who is expected at this theme day: on its roster, before the opening invited to it. Nobody is told whether there is such a person
 * elsewhere. Throws NOT_EXPECTED.
 */
export function expectedPerson(themeDay: ThemeDayDoc, [person]: WithOrg[]): PersonDoc {
  if (!person) return refuse('NOT_EXPECTED')
  const { roster, orgId, startsAt } = themeDay
  const who = { orgPath: person.org[0]?.path ?? [], person }
  const expected = roster ? isOnRoster(roster, person) : isInvited(who, orgId, dayOf(startsAt))
  return expected ? person : refuse('NOT_EXPECTED')
}
