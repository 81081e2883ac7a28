import type { Instant } from '@/contracts/common'
import { Bitmap } from '../participation/bitmap/bitmap'
import type { Membership } from '../people/membership'

/**
 * Who is expected at a theme day, frozen when its check-in is opened: seats as bitmaps (portable Roaring, base64), so that a county's 36,000
 * seats are a few kilobytes, with their counts, so that a screen need not look inside.
 */
export interface ThemeDayRoster {
  readonly expected: string
  readonly expectedCount: number
  /** The mobile members among them. */
  readonly mobile: string
  readonly mobileCount: number
  readonly frozenAt: Instant
}

/** Freezes a roster; seats in any order, duplicates count once. */
export function freezeRoster(
  members: Iterable<{ readonly seat: number; readonly mobile: boolean }>,
  frozenAt: Instant,
): ThemeDayRoster {
  const everyone = [...members]
  const expected = Bitmap.from(everyone.map(({ seat }) => seat))
  const mobile = Bitmap.from(everyone.flatMap((member) => (member.mobile ? [member.seat] : [])))
  return {
    expected: expected.toBase64(),
    expectedCount: expected.size,
    mobile: mobile.toBase64(),
    mobileCount: mobile.size,
    frozenAt,
  }
}

/** The seats of those expected, ascending. */
export const expectedSeats = ({ expected }: Pick<ThemeDayRoster, 'expected'>): number[] =>
  Bitmap.fromBase64(expected).toArray()

/** The seats of the mobile members among them, ascending. */
export const mobileSeats = ({ mobile }: Pick<ThemeDayRoster, 'mobile'>): number[] => Bitmap.fromBase64(mobile).toArray()

/** Whether the roster has the person on it, by whichever of the seats that they ever had; false without a roster. */
export function isOnRoster(
  roster: Pick<ThemeDayRoster, 'expected'> | null,
  { seatings }: Pick<Membership, 'seatings'>,
): boolean {
  if (!roster) return false
  const expected = Bitmap.fromBase64(roster.expected)
  return seatings.some(({ seat }) => expected.has(seat))
}
