import type { Scaled } from './decimal'

/**
 * Whether a value is so far from the last one that a wrong unit is likely (辆 for 万辆): ten times as much or more, or a tenth or less. Falling to zero and rising
 * from it are asked about only from ten whole units on: small counts do it all the time, and whoever is asked each time reads no question any more. A sign that turns is
 * none, the size counts.
 */
export function isTenfold(value: Scaled, last: Scaled | null, decimals: number): boolean {
  if (last === null) return false
  const [now, before] = [Math.abs(value), Math.abs(last)]
  if (now === 0 || before === 0) return Math.max(now, before) >= 10 * 10 ** decimals
  return now >= 10 * before || now * 10 <= before
}
