import { describe, expect, it } from 'vitest'
import { nextSlot } from '../../../local-cloud/timers/slots'

const at = (text: string) => Date.parse(text)

describe('the next slot of a timer', () => {
  it.each([
    ['0 */5 * * * * *', '2026-11-22T00:00:00Z', '2026-11-22T00:05:00Z'],
    ['0 */5 * * * * *', '2026-11-22T00:04:59.999Z', '2026-11-22T00:05:00Z'],
    // 02:30 in UTC+8 is 18:30 of the day before in UTC.
    ['0 30 2 * * * *', '2026-11-22T00:00:00Z', '2026-11-22T18:30:00Z'],
    ['0 0 9 1 * * *', '2026-11-22T00:00:00Z', '2026-12-01T01:00:00Z'],
    ['0 0 9 1 1 * 2028', '2026-11-22T00:00:00Z', '2028-01-01T01:00:00Z'],
    ['0 0 9 1 1 * 2027-2030', '2026-11-22T00:00:00Z', '2027-01-01T01:00:00Z'],
  ])('%s after %s', (expression, now, next) => {
    expect(nextSlot(expression, at(now))).toBe(at(next))
  })

  it('is none when the year is over', () => {
    expect(nextSlot('0 0 9 1 1 * 2020', at('2026-11-22T00:00:00Z'))).toBeUndefined()
  })

  it('needs seven fields', () => {
    expect(() => nextSlot('*/5 * * * *', 0)).toThrow(/seven fields/)
  })
})
