import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Bitmap } from '../../../../src/domain/participation'
import { isSame, numbers } from './numbers'

const bytes = (hex: string) => Uint8Array.from(hex.match(/[0-9a-f]{2}/g) ?? [], (pair) => Number.parseInt(pair, 16))
const hex = (data: Uint8Array) => Buffer.from(data).toString('hex')
const h = (...parts: string[]) => parts.join('').replace(/ /g, '')

// worked out by hand from RoaringFormatSpec: cookie, count or run flags, (key, count - 1) pairs, offsets, containers
const vectors: [name: string, set: number[], hex: string][] = [
  ['nothing', [], h('3a300000', '00000000')],
  ['one array', [1, 2, 258], h('3a300000', '01000000', '0000 0200', '10000000', '0100 0200 0201')],
  ['two arrays', [5, 65_536], h('3a300000', '02000000', '0000 0000 0100 0000', '18000000 1a000000', '0500', '0000')],
  // as a run it would take as many bytes: an array
  ['three in a row', [1, 2, 3], h('3a300000', '01000000', '0000 0200', '10000000', '0100 0200 0300')],
  // the example of the specification: 11..15 is the run 11,4
  ['one run', [11, 12, 13, 14, 15], h('3b300000', '01', '0000 0400', '0100', '0b00 0400')],
  [
    'a run, then an array (no offsets below four containers)',
    [0, 1, 2, 3, 4, 5, 65_540, 65_550],
    h('3b300100', '01', '0000 0500', '0100 0100', '0100 0000 0500', '0400 0e00'),
  ],
  [
    'four containers with one run (offsets)',
    [0, 1, 2, 3, 4, 5, 65_537, 131_074, 196_611],
    h(
      '3b300300',
      '01',
      '0000 0500 0100 0000 0200 0000 0300 0000',
      '25000000 2b000000 2d000000 2f000000',
      '0100 0000 0500',
      '0100',
      '0200',
      '0300',
    ),
  ],
]

describe('the portable Roaring format', () => {
  it.each(vectors)('is written and read: %s', (_, set, text) => {
    expect(hex(Bitmap.from(set).toBytes())).toBe(text)
    expect(Bitmap.fromBytes(bytes(text)).toArray()).toEqual(set)
  })

  it('writes a bit set above 4096 numbers, an array up to there', () => {
    const even = (count: number) => Bitmap.from(Array.from({ length: count }, (_, i) => i * 2))
    expect(even(4096).toBytes().length).toBe(16 + 8192)
    const bits = even(4097).toBytes()
    expect(bits.length).toBe(16 + 8192)
    // the 64 lowest numbers: every second bit of the first word
    expect(hex(bits.slice(16, 24))).toBe('5555555555555555')
    // the array's first numbers 0, 2, 4, 6
    expect(hex(even(4096).toBytes().slice(16, 24))).toBe('0000020004000600')
  })

  it('is byte for byte what the reference implementation writes for the specification’s test data', () => {
    // RoaringFormatSpec/testdata; the length is that of bitmapwithruns.bin, the digest that of CRoaring’s serialization
    const set: number[] = []
    for (let k = 0; k < 100_000; k += 1000) set.push(k)
    for (let k = 100_000; k < 200_000; k++) set.push(3 * k)
    for (let k = 700_000; k < 800_000; k++) set.push(k)
    const data = Bitmap.fromSorted(set).toBytes()
    expect(data.length).toBe(48_056)
    const digest = createHash('sha256').update(data).digest('hex')
    expect(digest).toBe('1f1909bfdd354fa2f0694fe88b8076833ca5383ad9fc3f68f2709c84a2ab70e3')
  })

  it('gives every set back, in bytes and as text', () => {
    fc.assert(
      fc.property(numbers, (x) => {
        const bitmap = Bitmap.from(x)
        expect(isSame(Bitmap.fromBytes(bitmap.toBytes()).toArray(), bitmap.toArray())).toBe(true)
        const again = Bitmap.fromBase64(bitmap.toBase64())
        expect(again.equals(bitmap)).toBe(true)
        // equal sets give equal bytes, however they came about
        expect(again.or(bitmap).toBase64()).toBe(bitmap.toBase64())
      }),
      { numRuns: 60 },
    )
  })
})

describe('torn and hostile bytes', () => {
  const bad: [name: string, hex: string][] = [
    ['nothing at all', ''],
    ['half a cookie', '3a30'],
    ['another cookie', h('3c300000', '00000000')],
    ['the old cookie with rubbish above it', h('3a300100', '00000000')],
    ['four billion containers', h('3a300000', 'ffffffff')],
    ['a header without containers', h('3a300000', '01000000', '0000 0200', '10000000')],
    ['a wrong offset', h('3a300000', '01000000', '0000 0200', '11000000', '0100 0200 0201')],
    ['bytes left over', h('3a300000', '01000000', '0000 0200', '10000000', '0100 0200 0201', '00')],
    ['an array that does not ascend', h('3a300000', '01000000', '0000 0200', '10000000', '0100 0100 0201')],
    ['keys that do not ascend', h('3a300000', '02000000', '0100 0000 0100 0000', '18000000 1a000000', '0500', '0000')],
    ['runs that overlap', h('3b300000', '01', '0000 0500', '0200', '0000 0200 0200 0200')],
    ['a run beyond its container', h('3b300000', '01', '0000 0100', '0100', 'ffff 0100')],
    ['runs that do not add up', h('3b300000', '01', '0000 0500', '0100', '0b00 0400')],
    ['no run at all', h('3b300000', '01', '0000 0000', '0000')],
    ['bits that do not add up', h('3a300000', '01000000', '0000 0010', '10000000', '00'.repeat(8192))],
  ]

  it.each(bad)('are refused: %s', (_, text) => {
    expect(() => Bitmap.fromBytes(bytes(text))).toThrow('not a Roaring bitmap')
  })

  it('never give another set: every shorter piece is refused', () => {
    for (const [, , text] of vectors) {
      const whole = bytes(text)
      for (let n = 0; n < whole.length; n++) expect(() => Bitmap.fromBytes(whole.slice(0, n))).toThrow()
    }
  })

  it('are refused or are some valid set, in any random change', () => {
    fc.assert(
      fc.property(numbers, fc.nat(), fc.integer({ min: 1, max: 255 }), (x, position, flip) => {
        const data = Bitmap.from(x).toBytes()
        const i = position % Math.min(data.length, 64)
        data[i] = (data[i] as number) ^ flip
        try {
          const read = Bitmap.fromBytes(data)
          // what is read at all is consistent in itself
          expect(Bitmap.from(read.toArray()).equals(read)).toBe(true)
          expect(read.toArray().length).toBe(read.size)
        } catch (error) {
          expect(String(error)).toContain('not a Roaring bitmap')
        }
      }),
      { numRuns: 100 },
    )
  })
})
