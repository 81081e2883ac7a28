import { type Caller, isInvited } from '@/domain/people'
import { placeOn } from '@/domain/people/membership'
import { isOnRoster, remoteWindow } from '@/domain/themeday'
import { dayOf } from '@/domain/time'
import type { PersonDoc, ThemeDayDoc } from '../_data/documents'

type Of = Pick<ThemeDayDoc, 'orgId' | 'startsAt' | 'endsAt' | 'status' | 'closedAt' | 'roster' | 'remote'>

/** What a theme day is to a person: whether they are expected (by the frozen roster, before that by where they sit), and mobile on its day. */
export function standingAt(
  themeDay: Pick<Of, 'orgId' | 'startsAt' | 'roster'>,
  who: Pick<Caller, 'orgPath'> & { readonly person: PersonDoc },
): { expected: boolean; mobile: boolean } {
  const { orgId, startsAt, roster } = themeDay
  const day = dayOf(startsAt)
  return {
    expected: roster ? isOnRoster(roster, who.person) : isInvited(who, orgId, day),
    mobile: placeOn(who.person, day)?.mobile ?? false,
  }
}

/** When the caller may take part in it from afar; null: not at all, or not any more. */
export function ownRemoteWindow(themeDay: Of, standing: { expected: boolean; mobile: boolean }, now: number) {
  const window = remoteWindow(themeDay, standing, now)
  return window && now < window.until ? window : null
}
