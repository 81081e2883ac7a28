import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSteadyClock } from '@/services/steady-clock.shared'

/** A phone's sense of time: its clock, and a steady source unless it has none. */
function phone(hasSteady = true) {
  const time = { date: 5_000_000, steady: 100 }
  const clock = createSteadyClock({ date: () => time.date, steady: () => (hasSteady ? time.steady : null) }, 1_000)
  return {
    time,
    clock,
    /** Time passes, and the page looks at the clock. */
    pass(ms: number) {
      time.date += ms
      time.steady += ms
      return clock.now()
    },
  }
}
const HOUR = 3_600_000

describe('the server’s time on a phone', () => {
  it('goes on from what the server said, whatever the phone’s clock shows', () => {
    const { pass, clock, time } = phone()
    expect(pass(1_000)).toBe(2_000)
    expect(clock.lead()).toBe(2_000 - time.date)
    clock.set(500_000)
    expect(pass(1_000)).toBe(501_000)
  })

  it.each([HOUR, -HOUR])('does not follow a clock that is set while the page is looked at (by %i ms)', (jump) => {
    const { pass, time, clock } = phone()
    pass(1_000)
    time.date += jump
    expect(pass(1_000)).toBe(3_000)
    expect(clock.isDoubtful()).toBe(true)
    clock.set(3_000)
    expect(clock.isDoubtful()).toBe(false)
  })

  it('counts the time of a phone that slept, where the steady source stood still', () => {
    const { pass, time, clock } = phone()
    clock.hide()
    time.date += HOUR
    expect(pass(1_000)).toBe(1_000 + HOUR + 1_000)
    expect(clock.isDoubtful()).toBe(true)
  })

  it('counts it once where the steady source went on', () => {
    const { pass, clock } = phone()
    clock.hide()
    expect(pass(HOUR)).toBe(1_000 + HOUR)
    expect(clock.isDoubtful()).toBe(false)
  })

  it('does not follow a clock that was set back while the page was out of sight', () => {
    const { pass, time, clock } = phone()
    clock.hide()
    time.date -= HOUR
    expect(pass(60_000)).toBe(61_000)
  })

  it('does without a steady source: it passes over what cannot be', () => {
    const { pass, time, clock } = phone(false)
    pass(1_000)
    time.date -= HOUR
    expect(clock.now()).toBe(2_000)
    time.date += HOUR
    expect(clock.now()).toBe(2_000)
    expect(pass(1_000)).toBe(3_000)
    clock.hide()
    expect(pass(HOUR)).toBe(3_000 + HOUR)
  })

  it('law: by itself it never goes back, and while it is looked at it is never ahead of the time that has passed', () => {
    const steps = fc.array(
      fc.record({ ms: fc.integer({ min: 0, max: 5_000 }), set: fc.integer({ min: -HOUR, max: HOUR }) }),
    )
    fc.assert(
      fc.property(steps, (all) => {
        const { pass, time } = phone()
        let [before, passed] = [1_000, 0]
        for (const { ms, set } of all) {
          time.date += set
          passed += ms
          const now = pass(ms)
          expect(now).toBeGreaterThanOrEqual(before)
          expect(now).toBe(1_000 + passed)
          before = now
        }
      }),
    )
  })
})
