import { ObjectId } from 'bson'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareValues, encodeValue, invert } from '../../../local-cloud/store/key-encoding'

const scalar = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.double({ noNaN: true }),
  fc.integer(),
  fc.string({ unit: 'binary' }),
  fc.date({ noInvalidDate: true }),
)

describe('the order of values', () => {
  it("is MongoDB's BSON order across types", () => {
    const ascending = [
      null,
      Number.NEGATIVE_INFINITY,
      -2.5,
      -1,
      0,
      0.5,
      3,
      2 ** 40,
      Number.POSITIVE_INFINITY,
      '',
      '10',
      '9',
      'a',
      'a\0',
      'a\0b',
      'ab',
      '丁',
      {},
      { a: 1 },
      { a: 1, b: 0 },
      { b: 0 },
      // A field's type comes before its name.
      { a: 'x' },
      [],
      [1],
      [1, 2],
      [2],
      new ObjectId('000000000000000000000001'),
      new ObjectId('ff0000000000000000000000'),
      false,
      true,
      new Date(-1),
      new Date(0),
      new Date(1),
      /a/,
    ]
    for (let i = 1; i < ascending.length; i++) {
      expect(compareValues(ascending[i - 1], ascending[i]), `${i - 1} before ${i}`).toBeLessThan(0)
    }
  })

  it('counts missing as null and minus zero as zero', () => {
    expect(compareValues(undefined, null)).toBe(0)
    expect(compareValues(-0, 0)).toBe(0)
  })

  it('of numbers is that of their values', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (a, b) => {
        const expected = a < b ? -1 : a > b ? 1 : 0
        expect(Math.sign(compareValues(a, b))).toBe(expected)
      }),
    )
  })

  it('is turned round by inverting, and no key begins with another', () => {
    fc.assert(
      fc.property(scalar, scalar, (a, b) => {
        const [x, y] = [encodeValue(a), encodeValue(b)]
        expect(Math.sign(Buffer.compare(invert(x), invert(y)))).toBe(-Math.sign(Buffer.compare(x, y)) + 0)
        if (!x.equals(y)) expect(x.subarray(0, y.length).equals(y)).toBe(false)
      }),
    )
  })
})
