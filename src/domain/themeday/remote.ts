import type { Instant } from '@/contracts/common'
import type { ThemeDayTimes } from './check-in'

const HOUR = 3_600_000

/** How long after its end a mobile member may still take part from afar: two days, for whoever works in shifts or has no network on the way. */
export const REMOTE_MS = 48 * HOUR

/** What these rules need of a theme day beyond its times. */
export interface RemoteThemeDay extends ThemeDayTimes {
  readonly startsAt: Instant
  /** Whether mobile members may take part from afar at all. */
  readonly remote: boolean
  /** Called off: nobody takes part, from wherever. */
  readonly cancelled?: object | null
}

/** What someone is on the day of the theme day. */
export interface RemoteMember {
  /** On the roster of members at all. */
  readonly member: boolean
  readonly mobile: boolean
  /** On the frozen roster; before that, invited. */
  readonly expected: boolean
}

/**
 * From when to when someone may take part from afar; null: not at all. From the opening on (before it: from the planned start) until
 * REMOTE_MS after the end. One that was never opened has no roster, and nobody knows that it was held: nobody can have taken part in it.
 */
export function remoteWindow(
  themeDay: RemoteThemeDay,
  { mobile, expected }: Pick<RemoteMember, 'mobile' | 'expected'>,
  now: Instant,
): { from: Instant; until: Instant } | null {
  const { startsAt, endsAt, remote, roster } = themeDay
  if (!remote || !mobile || !expected || (!roster && (now >= endsAt || themeDay.cancelled))) return null
  return { from: roster?.frozenAt ?? startsAt, until: endsAt + REMOTE_MS }
}

/**
 * What becomes of the text with which somebody takes part. `write`: it is their reflection on it; `kept`: it is there already, or part of what is there;
 * `other`: another text stands, which only its writer may put this one in the place of.
 */
export function remoteText(written: { readonly text: string } | null, text: string): 'write' | 'kept' | 'other' {
  if (written === null) return 'write'
  return written.text.includes(text) ? 'kept' : 'other'
}

export type RemoteDecision =
  | { ok: true; occurredAt: Instant }
  | { ok: false; code: 'NOT_EXPECTED' | 'NOT_MEMBER_THEN' | 'NOT_REMOTE' | 'CHECKIN_NOT_OPEN' | 'CHECKIN_ENDED' }

/** Whether someone may take part from afar now. It counts within the theme day itself, however much later it is entered. */
export function decideRemote(themeDay: RemoteThemeDay, member: RemoteMember, now: Instant): RemoteDecision {
  const { endsAt, remote, roster } = themeDay
  if (!member.expected) return { ok: false, code: 'NOT_EXPECTED' }
  if (!member.member) return { ok: false, code: 'NOT_MEMBER_THEN' }
  if (!member.mobile || !remote) return { ok: false, code: 'NOT_REMOTE' }
  if (!roster) return { ok: false, code: now < endsAt && !themeDay.cancelled ? 'CHECKIN_NOT_OPEN' : 'CHECKIN_ENDED' }
  if (now >= endsAt + REMOTE_MS) return { ok: false, code: 'CHECKIN_ENDED' }
  return { ok: true, occurredAt: Math.max(roster.frozenAt, Math.min(now, endsAt - 1)) }
}
