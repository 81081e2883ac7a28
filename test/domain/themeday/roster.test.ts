import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectedSeats, freezeRoster, isOnRoster, mobileSeats } from '@/domain/themeday'

const sits = (...seats: number[]) => ({
  seatings: seats.map((seat) => ({ seat, orgId: 'o', from: null, until: null })),
})

describe('a frozen roster', () => {
  const roster = freezeRoster(
    [
      { seat: 70_001, mobile: false },
      { seat: 3, mobile: true },
      { seat: 9, mobile: false },
      { seat: 3, mobile: true },
    ],
    1_000,
  )

  it('has every seat once, ascending, and the mobile members among them', () => {
    expect(expectedSeats(roster)).toEqual([3, 9, 70_001])
    expect(mobileSeats(roster)).toEqual([3])
    expect(roster).toMatchObject({ expectedCount: 3, mobileCount: 1, frozenAt: 1_000 })
  })

  it('knows a person by any seat that they ever had; without a roster nobody is on it', () => {
    expect(isOnRoster(roster, sits(4, 9))).toBe(true)
    expect(isOnRoster(roster, sits(4))).toBe(false)
    expect(isOnRoster(roster, sits())).toBe(false)
    expect(isOnRoster(null, sits(9))).toBe(false)
  })

  it('of a county of 36,000 is a few kilobytes', () => {
    const everyone = Array.from({ length: 36_000 }, (_, seat) => ({
      seat: seat + (seat >> 3),
      mobile: seat % 12 === 0,
    }))
    const county = freezeRoster(everyone, 0)
    expect(county).toMatchObject({ expectedCount: 36_000, mobileCount: 3_000 })
    expect(JSON.stringify(county).length).toBeLessThan(24_000)
  })

  it('gives back what was put in, whatever that was', () => {
    const members = fc.uniqueArray(fc.record({ seat: fc.nat(200_000), mobile: fc.boolean() }), {
      selector: ({ seat }) => seat,
    })
    fc.assert(
      fc.property(members, (list) => {
        const frozen = freezeRoster(list, 7)
        const sorted = (of: typeof list) => of.map(({ seat }) => seat).sort((a, b) => a - b)
        expect(expectedSeats(frozen)).toEqual(sorted(list))
        expect(mobileSeats(frozen)).toEqual(sorted(list.filter(({ mobile }) => mobile)))
        for (const { seat } of list) expect(isOnRoster(frozen, sits(seat))).toBe(true)
      }),
    )
  })
})
