import { startClock } from './steady-clock'
import type { SteadyClock } from './steady-clock.shared'
import { deviceKv } from './storage/kv'

/** The server's clock less the phone's, ms, when the server was last heard: for an app that is opened without a network. */
const LEAD = 'clock-lead'

let clock: SteadyClock | null = null

/**
 * What time it is by the server, for what happens on the phone without it. A phone's own clock may be hours off and still run evenly; so the last difference
 * is kept.
 */
export const serverTime = {
  /** An answer said what time it is; gives the answer back. */
  told<Answer extends { readonly now: number }>(answer: Answer): Answer {
    if (clock === null) clock = startClock(answer.now)
    else clock.set(answer.now)
    deviceKv.write(LEAD, Math.round(clock.lead()))
    // it is asked rarely, and the phone may sleep at any time between
    clock.hide()
    return answer
  },
  /** Epoch ms; null: this phone has never heard the server, so its word for a time is worth nothing. */
  now(): number | null {
    if (clock !== null) {
      const now = clock.now()
      clock.hide()
      return now
    }
    const lead = deviceKv.read<number>(LEAD)
    return typeof lead === 'number' ? Date.now() + lead : null
  },
}
