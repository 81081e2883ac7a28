import type { Id, Instant } from '@/contracts/common'
import type { OwnPart, ThemeDayStatus } from '@/contracts/themeday'
import { isInvited } from '../people'
import { type Membership, placeOn } from '../people/membership'
import { dayOf } from '../time'
import { checkInState } from './check-in'
import { type Known, ownPart } from './part'
import { type RemoteThemeDay, remoteWindow } from './remote'
import { isOnRoster, type ThemeDayRoster } from './roster'

/** A theme day as it is stored, as far as these rules go. */
export interface StandingThemeDay extends RemoteThemeDay {
  readonly orgId: Id
  readonly roster: Pick<ThemeDayRoster, 'expected' | 'frozenAt'> | null
}

/** Somebody with their history and the path of the organisation to which they belong today. */
export interface Somebody {
  readonly orgPath: readonly string[]
  readonly person: Membership
}

/** What a theme day is to somebody. */
export interface Standing {
  /** By the frozen roster; before that, by where they sit. */
  readonly expected: boolean
  /** On its day. */
  readonly member: boolean
  /** On its day. */
  readonly mobile: boolean
}

export function standingAt(
  { orgId, startsAt, roster }: Pick<StandingThemeDay, 'orgId' | 'startsAt'> & { roster: StandingThemeDay['roster'] },
  who: Somebody,
): Standing {
  const day = dayOf(startsAt)
  const place = placeOn(who.person, day)
  const expected = roster ? isOnRoster(roster, who.person) : isInvited(who, orgId, day)
  return { expected, member: place !== null, mobile: place?.mobile ?? false }
}

/** When somebody may take part in it from afar; null: not at all, or not any more. */
export function openRemoteWindow(themeDay: RemoteThemeDay, standing: Standing, now: Instant) {
  const window = remoteWindow(themeDay, standing, now)
  return window && now < window.until ? window : null
}

/** Somebody's theme day as lists and the home page show it. */
export interface OwnStanding {
  readonly status: ThemeDayStatus
  readonly mine: OwnPart
  /** They may take part from afar, now or from the opening on. */
  readonly remote: boolean
}

/** What somebody's theme day is to them now. One that is over without a roster was opened by nobody, so nobody was expected. */
export function ownStanding(themeDay: StandingThemeDay, who: Somebody, known: Known, now: Instant): OwnStanding {
  const status = checkInState(themeDay, now)
  const standing = standingAt(themeDay, who)
  const remote = openRemoteWindow(themeDay, standing, now) !== null
  const expected = standing.expected && (themeDay.roster !== null || status !== 'closed')
  return { status, mine: ownPart({ ...known, status, expected, remoteOpen: remote }), remote }
}
