import { learn } from './learn'
import { type ClockSources, createSteadyClock, type SteadyClock } from './steady-clock.shared'
import { within } from './transport/within.shared'

/**
 * A mini-program has no steady source: `performance` is no global there, and what wx.getPerformance gives tells of loading and rendering, not of time. So on
 * WeChat the clock goes by the phone's own, with its steps looked at (steady-clock.shared.ts).
 */
const sources: ClockSources = {
  date: () => Date.now(),
  steady: () => (typeof performance === 'object' && typeof performance.now === 'function' ? performance.now() : null),
}

/** A clock that goes on from `serverNow`. */
export const startClock = (serverNow: number): SteadyClock => createSteadyClock(sources, serverNow)

/** How long the server's time is waited for, in ms. */
const PATIENCE_MS = 5_000

/** What time it is by the server; null: it cannot be asked now. Home's answer carries it, and asking for home changes nothing. */
export async function askServerTime(): Promise<number | null> {
  try {
    return (await within(PATIENCE_MS, learn.home())).now
  } catch {
    return null
  }
}
