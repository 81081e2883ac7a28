import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase64, toBase64 } from '../../../../src/domain/participation/bitmap/base64'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('base64', () => {
  it('writes the vectors of RFC 4648', () => {
    const vectors = [
      ['', ''],
      ['f', 'Zg=='],
      ['fo', 'Zm8='],
      ['foo', 'Zm9v'],
      ['foob', 'Zm9vYg=='],
      ['fooba', 'Zm9vYmE='],
      ['foobar', 'Zm9vYmFy'],
    ]
    for (const [plain = '', text = ''] of vectors) {
      expect(toBase64(bytes(plain))).toBe(text)
      expect(fromBase64(text)).toEqual(bytes(plain))
    }
  })

  it('is what the platform writes, for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (data) => {
        expect(toBase64(data)).toBe(Buffer.from(data).toString('base64'))
        expect(fromBase64(toBase64(data))).toEqual(data)
      }),
    )
    const long = Uint8Array.from({ length: 100_001 }, (_, i) => (i * 7919) & 255)
    expect(toBase64(long)).toBe(Buffer.from(long).toString('base64'))
  })

  it('refuses everything else', () => {
    for (const text of [
      'Zg=',
      'Zg',
      'Z===',
      'Zm9v\n',
      'Zm 9v',
      'Zm9-',
      'Zm9é',
      '=Zm9',
      'Zg==Zg==',
      'Zh==',
      'Zm9=',
      '====',
    ]) {
      expect(() => fromBase64(text), text).toThrow('not base64')
    }
  })
})
