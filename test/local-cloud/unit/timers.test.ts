import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTimer } from '../../../local-cloud/timers/cron'
import { type SlotRange, wasFired, withFired } from '../../../local-cloud/timers/fired-slots'

const at = (text: string) => Date.parse(text)

describe('the next slot of a timer', () => {
  it.each([
    ['0 */5 * * * * *', '2026-11-22T00:00:00Z', '2026-11-22T00:05:00Z'],
    ['0 */5 * * * * *', '2026-11-22T00:04:59.999Z', '2026-11-22T00:05:00Z'],
    // Every ten minutes from the first on: 01, 11, 21 …
    ['0 1/10 * * * * *', '2026-11-22T00:02:00Z', '2026-11-22T00:11:00Z'],
    // 02:30 in UTC+8 is 18:30 of the day before in UTC.
    ['0 30 2 * * * *', '2026-11-22T00:00:00Z', '2026-11-22T18:30:00Z'],
    ['0 0 9 1 * * *', '2026-11-22T00:00:00Z', '2026-12-01T01:00:00Z'],
    ['0 0 9 1 JAN * 2028', '2026-11-22T00:00:00Z', '2028-01-01T01:00:00Z'],
    ['0 0 9 1 1 * 2027-2030', '2026-11-22T00:00:00Z', '2027-01-01T01:00:00Z'],
    ['0 0 9 1 1 * 2020/10', '2026-11-22T00:00:00Z', '2030-01-01T01:00:00Z'],
    // 2026-11-22 is a Sunday.
    ['0 0 9 * * MON *', '2026-11-22T00:00:00Z', '2026-11-23T01:00:00Z'],
    ['0 0 9 * * MON-FRI *', '2026-11-20T02:00:00Z', '2026-11-23T01:00:00Z'],
    // Day and weekday together: either.
    ['0 0 9 24 * SUN *', '2026-11-22T02:00:00Z', '2026-11-24T01:00:00Z'],
    // A leap day.
    ['0 0 0 29 2 * *', '2026-11-22T00:00:00Z', '2028-02-28T16:00:00Z'],
    // Midnight of the new year in UTC+8 is 16:00 of the old one in UTC.
    ['0 0 0 1 1 * 2027', '2026-11-22T00:00:00Z', '2026-12-31T16:00:00Z'],
  ])('%s after %s', (expression, now, next) => {
    expect(readTimer(expression).next(at(now))).toBe(at(next))
  })

  it.each(['0 0 9 1 1 * 2020', '0 0 9 30 2 * *'])('%s never comes again', (expression) => {
    expect(readTimer(expression).next(at('2026-11-22T00:00:00Z'))).toBeUndefined()
  })

  it.each([
    ['*/5 * * * *', /seven fields/],
    ['', /seven fields/],
    ['60 * * * * * *', /second cannot be "60"/],
    ['0 0 24 * * * *', /hour/],
    ['0 0 0 0 * * *', /day/],
    ['0 0 0 * 13 * *', /month/],
    ['0 0 0 * * 1 *', /name weekdays/],
    ['0 0 0 * * * 1969', /year/],
    ['0 0 0 L * * *', /day/],
    ['0 0 0 ? * * *', /day/],
    ['0 5-1 * * * * *', /minute/],
    ['0 */0 * * * * *', /minute/],
    ['0 1,,2 * * * * *', /minute/],
    ['0 1-2-3 * * * * *', /minute/],
    ['0 -1 * * * * *', /minute/],
  ])('refuses %s', (expression, words) => {
    expect(() => readTimer(expression)).toThrow(words)
  })
})

describe('the slots that were fired', () => {
  const schedule = readTimer('0 */5 * * * * *')
  const slot = (n: number) => at('2026-11-22T00:00:00Z') + n * 300_000
  const fire = (slots: number[]) => slots.reduce<SlotRange[]>((ranges, n) => withFired(ranges, slot(n), schedule), [])

  it('are one range while they follow one another', () => {
    expect(fire([0, 1, 2, 3])).toEqual([[slot(0), slot(3)]])
    expect(fire([0, 1, 5])).toEqual([
      [slot(0), slot(1)],
      [slot(5), slot(5)],
    ])
  })

  it('are joined by the one that was between them', () => {
    expect(fire([0, 1, 3, 2])).toEqual([[slot(0), slot(3)]])
  })

  it('are exactly those, in whatever order the clock was set', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 40 }), (slots) => {
        const ranges = fire(slots)
        for (let n = 0; n <= 30; n++) expect(wasFired(ranges, slot(n))).toBe(slots.includes(n))
        // Neighbours are never two ranges.
        for (const [, last] of ranges) expect(ranges.some(([first]) => first === schedule.next(last))).toBe(false)
      }),
    )
  })
})
