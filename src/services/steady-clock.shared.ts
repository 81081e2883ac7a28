/** What a phone can say about time. */
export interface ClockSources {
  /** Its clock, epoch ms: it may be wrong, and be set to another time at any moment. */
  date(): number
  /** Milliseconds since some moment, which nobody can set; on some phones it stands still while they sleep. null: the platform has none, as WeChat's (a browser has one). */
  steady(): number | null
}

/** Beyond this the phone's clock was set, or the phone slept; below it is rounding. */
const JUMP_MS = 2_000
/** Without a steady source, while the page is looked at and ticks every second, a longer step is a clock that was set. */
const LONGEST_TICK_MS = 30_000

/**
 * The server's time, carried on from the last time it was known:
 * - while the page is looked at, by the steady source, so that setting the phone's clock changes nothing;
 * - after it was out of sight, by the phone's clock when that went further than the steady source: it stands still on some sleeping phones, and a phone
 *   that sleeps is far more frequent than one whose clock is set in the middle of a paper; a clock that was set back is not followed;
 * - without a steady source by the phone's clock, except where it cannot have gone on by itself: backwards, or far ahead between two ticks.
 */
export function createSteadyClock(sources: ClockSources, serverNow: number) {
  let value = serverNow
  let date = sources.date()
  let steady = sources.steady()
  let wasHidden = false
  let doubt = false

  const stepOf = (byDate: number, bySteady: number | null): number => {
    if (bySteady === null) {
      const odd = byDate < 0 || (byDate > LONGEST_TICK_MS && !wasHidden)
      if (odd || byDate > LONGEST_TICK_MS) doubt = true
      return odd ? 0 : byDate
    }
    if (Math.abs(byDate - bySteady) > JUMP_MS) doubt = true
    const jumped = byDate - bySteady > JUMP_MS
    return jumped && wasHidden ? byDate : Math.max(0, bySteady)
  }

  const now = (): number => {
    const [nextDate, nextSteady] = [sources.date(), sources.steady()]
    value += stepOf(nextDate - date, nextSteady === null || steady === null ? null : nextSteady - steady)
    date = nextDate
    steady = nextSteady
    wasHidden = false
    return value
  }

  return {
    /** Epoch ms of the server's clock, as far as can be known; it never goes back by itself. */
    now,
    /** The page went out of sight: the phone may sleep until the next `now`. */
    hide(): void {
      now()
      wasHidden = true
    },
    /** The server has said what time it is. */
    set(server: number): void {
      now()
      value = server
      doubt = false
    },
    /** Whether the phone's clock and what else it knows of time have parted since the server was asked last: better ask before ending anything. */
    isDoubtful: (): boolean => doubt,
    /** The server's clock less the phone's, in ms. */
    lead: (): number => now() - date,
  }
}

export type SteadyClock = ReturnType<typeof createSteadyClock>
