import { freezeRoster, type ThemeDayRoster } from '../../src/domain/themeday'

/** A frozen roster as it is stored, from plain seats. */
export const rosterOfSeats = (
  expected: readonly number[],
  mobile: readonly number[],
  frozenAt: number,
): ThemeDayRoster =>
  freezeRoster(
    expected.map((seat) => ({ seat, mobile: mobile.includes(seat) })),
    frozenAt,
  )
