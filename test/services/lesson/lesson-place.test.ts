import fc from 'fast-check'
import { expect, it } from 'vitest'
import { firstPlace, placeIn, stepTo } from '@/services/lesson/lesson-place.shared'

it('goes on where one left it, within the lesson as it is now', () => {
  expect(placeIn(null, 6)).toEqual({ at: 0, reached: 0 })
  expect(placeIn({ at: 2, reached: 4 }, 6)).toEqual({ at: 2, reached: 4 })
  // the lesson has become shorter: its last step is the check question
  expect(placeIn({ at: 8, reached: 9 }, 6)).toEqual({ at: 6, reached: 6 })
  expect(placeIn({ at: Number.NaN, reached: -3 }, 6)).toEqual({ at: 0, reached: 0 })
})

it('reaches the check question only through every block; back and forth within what was reached', () => {
  expect(stepTo(firstPlace, 6, 6)).toEqual({ at: 1, reached: 1 })
  expect(stepTo({ at: 1, reached: 6 }, 6, 6)).toEqual({ at: 6, reached: 6 })
  expect(stepTo({ at: 1, reached: 3 }, 0, 6)).toEqual({ at: 0, reached: 3 })
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -2, max: 12 })), fc.integer({ min: 1, max: 9 }), (steps, blocks) => {
      let place = firstPlace
      const seen = new Set([0])
      for (const step of steps) {
        place = stepTo(place, step, blocks)
        seen.add(place.at)
        for (let before = 0; before <= place.at; before++) expect(seen.has(before)).toBe(true)
        expect(place.at).toBeLessThanOrEqual(blocks)
      }
    }),
  )
})
