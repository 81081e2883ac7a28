import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimalText, groupedDecimal, parseDecimal, toNumber, typedDecimal } from '../../../src/domain/register'

describe('an amount', () => {
  test.each([
    ['12.5', 2, 1250],
    ['12.50', 1, 125],
    ['0', 0, 0],
    ['-0', 2, 0],
    ['-3.07', 2, -307],
    ['9999999999.99', 2, 999_999_999_999],
    ['12.5', 0, null],
    ['12.505', 2, null],
    ['12.0', 0, 12],
    ['', 0, null],
    ['1,200', 0, null],
    ['1e3', 0, null],
    ['012', 0, null],
    ['12.', 1, null],
    ['10000000000', 0, null],
  ])('%s with %i decimals is %s of the smallest unit', (text, decimals, scaled) => {
    expect(parseDecimal(text, decimals)).toBe(scaled)
  })

  test('is said in the shortest way', () => {
    expect(decimalText(1250, 2)).toBe('12.5')
    expect(decimalText(1200, 2)).toBe('12')
    expect(decimalText(-7, 2)).toBe('-0.07')
    expect(decimalText(0, 2)).toBe('0')
    expect(groupedDecimal('1234567.5')).toBe('1,234,567.5')
    expect(groupedDecimal('-1234')).toBe('-1,234')
  })

  test('comes back from its text', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }),
        fc.integer({ min: 0, max: 2 }),
        (n, decimals) => {
          fc.pre(Math.abs(n) < 10 ** (10 + decimals))
          expect(parseDecimal(decimalText(n, decimals), decimals)).toBe(n)
        },
      ),
    )
  })

  test('adds up exactly where floating point does not', () => {
    const tenths = Array.from({ length: 10 }, () => parseDecimal('0.1', 2) ?? 0)
    expect(Array.from({ length: 10 }, () => 0.1).reduce((sum, n) => sum + n, 0)).not.toBe(1)
    expect(
      toNumber(
        tenths.reduce((sum, n) => sum + n, 0),
        2,
      ),
    ).toBe(1)
  })

  test.each([
    [' 1，234 ', '1234'],
    ['１２．５', '12.5'],
    ['007', '7'],
    ['.5', '0.5'],
    ['12。5', '12.5'],
    ['3.', '3'],
    ['-0012', '-12'],
    ['十二', '十二'],
    ['', ''],
    ['.', '.'],
    ['-', '-'],
  ])('typed as %j is %j', (typed, text) => {
    expect(typedDecimal(typed)).toBe(text)
  })
})
