import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalPhone } from '@/domain/people'

// 190 0000 xxxx: shaped like a mobile number, and nobody's
describe('a phone number', () => {
  it.each([
    '19000000001',
    '190 0000 0001',
    '190-0000-0001',
    '+8619000000001',
    '+86 190 0000 0001',
    '008619000000001',
    '8619000000001',
  ])('%s is the same mainland number', (typed) => expect(canonicalPhone(typed)).toBe('+8619000000001'))

  it('from elsewhere is the same by its country apart or in front', () => {
    expect(canonicalPhone('90000001', '852')).toBe('+85290000001')
    expect(canonicalPhone('+852 9000 0001')).toBe('+85290000001')
    expect(canonicalPhone('0085290000001')).toBe('+85290000001')
  })

  it.each([
    '',
    '1',
    '1900000000',
    '190000000011',
    '0577-88880000',
    'abcdefghijk',
    '+',
    '+86123',
    '1900000000x',
    '+0123456789',
  ])('“%s” is none', (typed) => expect(canonicalPhone(typed)).toBeNull())

  it('in its one form stays itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789+- ()') }), (typed) => {
        const phone = canonicalPhone(typed)
        if (phone !== null) expect(canonicalPhone(phone)).toBe(phone)
      }),
    )
  })
})
