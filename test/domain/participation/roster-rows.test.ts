import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rosterBlocks } from '../../../src/domain/participation'
import {
  packChanges,
  packLinks,
  unpackChanges,
  unpackLinks,
} from '../../../src/domain/participation/packed/roster-rows'

describe('the lists of a roster block', () => {
  const row = fc.tuple(fc.integer({ min: -25_567, max: 60_000 }), fc.integer({ min: 65_536, max: 131_071 }), fc.nat(4))

  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.array(row), (drawn) => {
        const rows = drawn.sort((a, b) => a[0] - b[0])
        expect(unpackChanges(packChanges(rows, 65_536), 65_536)).toEqual(rows.flat())
      }),
    )
    const link = fc.tuple(fc.integer({ min: 65_536, max: 131_071 }), fc.integer({ min: 0, max: (1 << 24) - 1 }))
    fc.assert(
      fc.property(fc.array(link), (links) => {
        expect(unpackLinks(packLinks(links, 65_536), 65_536)).toEqual(links.flat())
      }),
    )
  })

  it('refuse a day before 1900, and one out of order', () => {
    expect(() => packChanges([[-25_568, 0, 0]], 0)).toThrow(RangeError)
    expect(() =>
      packChanges(
        [
          [1, 0, 0],
          [0, 0, 0],
        ],
        0,
      ),
    ).toThrow(RangeError)
  })

  it('stay far below what the database answers, for a full block of full members of whom a quarter move every year', () => {
    const people = Array.from({ length: 65_536 }, (_, i) => ({
      seatings: [
        { seat: i, orgId: 'b', from: null, until: i % 4 === 0 ? `202${i % 3}-0${1 + (i % 9)}-10` : null },
        ...(i % 4 === 0 ? [{ seat: 65_536 + i, orgId: 'c', from: `202${i % 3}-0${1 + (i % 9)}-10`, until: null }] : []),
      ],
      mobileSpells: [],
      fullFrom: `${1960 + (i % 60)}-07-01`,
      bornYear: 1940 + (i % 60),
    }))
    for (const block of rosterBlocks(people)) expect(JSON.stringify(block).length).toBeLessThan(600_000)
  })
})
