import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkAnswer } from '@/domain/lesson'

describe('checkAnswer', () => {
  it.each([
    [[1], [1], true],
    [[1], [0], false],
    [[1], [], false],
    [[0, 2], [2, 0], true],
    [[0, 2], [0], false],
    [[0, 2], [0, 2, 3], false],
    [[0, 2], [0, 3], false],
    [[0, 2], [0, 0, 2], true],
  ])('key %j, chosen %j: %s', (key, chosen, correct) => {
    expect(checkAnswer({ key }, chosen)).toBe(correct)
  })

  it('is right for exactly one set of options', () => {
    const options = fc.uniqueArray(fc.nat({ max: 5 }), { minLength: 1 })
    fc.assert(
      fc.property(options, options, (key, chosen) => {
        const same = [...key].sort().join() === [...chosen].sort().join()
        expect(checkAnswer({ key }, chosen)).toBe(same)
      }),
    )
  })
})
