import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeFact, packSegment, type Segment, unpackSegment } from '../../../src/domain/participation'
import { BitReader } from '../../../src/domain/participation/packed/bit-reader'
import { BitWriter } from '../../../src/domain/participation/packed/bit-writer'
import { Numbers, readNumbers, writeNumbers } from '../../../src/domain/participation/packed/numbers'
import { fold, world } from './world'

const bitsOf = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
const written = (write: (bits: BitWriter) => void) => {
  const bits = new BitWriter()
  write(bits)
  return bits.end()
}

describe('bits', () => {
  it('are written from the highest on', () => {
    expect(bitsOf(written((bits) => bits.write(0b101, 3)))).toBe('10100000')
    expect(bitsOf(written((bits) => bits.writeUnary(3)))).toBe('11100000')
    // gamma of n + 1: as many ones as it has bits after the first, a zero, those bits
    const gammas = written((bits) => {
      for (const n of [0, 1, 2, 3, 6]) bits.writeGamma(n)
    })
    expect(bitsOf(gammas)).toBe(`0${'100'}${'101'}${'11000'}${'11011'}0000000`)
  })

  it('come back', () => {
    const values = fc.array(fc.oneof(fc.nat(3), fc.nat(300), fc.nat(0xff_ffff)), { maxLength: 50 })
    fc.assert(
      fc.property(values, (numbers) => {
        const bytes = written((bits) => {
          for (const n of numbers) {
            bits.writeGamma(n % 0xff_fffe)
            bits.write(n, 24)
            bits.writeUnary(n % 100)
          }
        })
        const reader = new BitReader(bytes)
        for (const n of numbers) {
          expect(reader.readGamma()).toBe(n % 0xff_fffe)
          expect(reader.read(24)).toBe(n)
          expect(reader.readUnary()).toBe(n % 100)
        }
        reader.end()
      }),
    )
  })
})

const ascending = fc.uniqueArray(fc.nat(65_535), { maxLength: 300 }).map((list) => list.sort((a, b) => a - b))

describe('lists of numbers', () => {
  it('are their gaps: 5, 6, 9 with parameter 0 is 5, then 0 and 2 in unary', () => {
    const bytes = written((bits) => writeNumbers(bits, [5, 6, 9], 0, 3))
    // three (gamma 11000), the first in 16 bits, parameter 0, gaps 0 and 2
    expect(bitsOf(bytes)).toBe(`${'11000'}${'0000000000000101'}${'0000'}${'0'}${'110'}000`)
  })

  it('come back', () => {
    fc.assert(
      fc.property(ascending, ascending, (a, b) => {
        const bytes = written((bits) => {
          writeNumbers(bits, a, 0, a.length)
          writeNumbers(bits, b, 0, b.length)
        })
        const reader = new BitReader(bytes)
        const numbers = new Numbers()
        readNumbers(reader, numbers, 65_536)
        readNumbers(reader, numbers, 65_536)
        reader.end()
        expect([...numbers.end()]).toEqual([...a, ...b])
      }),
    )
  })

  it('take hardly more than their information', () => {
    const every = (step: number) => Array.from({ length: Math.floor(65_536 / step) }, (_, i) => i * step)
    // one bit each where everyone is there; 1.5 bits and the logarithm of the gap otherwise, at most half a bit more
    for (const step of [1, 2, 8, 100]) {
      const list = every(step)
      const bytes = written((bits) => writeNumbers(bits, list, 0, list.length))
      expect((bytes.length * 8) / list.length).toBeLessThanOrEqual(Math.log2(step) + 2.1)
    }
  })

  it('are refused when they are damaged', () => {
    const list = [1, 2, 3, 60_000]
    const bytes = written((bits) => writeNumbers(bits, list, 0, list.length))
    const read = (some: Uint8Array, limit: number) => readNumbers(new BitReader(some), new Numbers(), limit)
    expect(() => read(bytes, 60_000)).toThrow('damaged')
    for (let length = 0; length < bytes.length; length++) {
      expect(() => read(bytes.slice(0, length), 65_536)).toThrow('damaged')
    }
  })
})

const stored = (segment: Segment) => {
  const { _id, kind, month, part } = segment
  return unpackSegment({ _id, kind, month, part }, segment.version, packSegment(segment))
}

describe('a packed segment', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(world, ({ facts, rosters }) => {
        for (const segment of fold(new Map(), facts, rosters).values()) expect(stored(segment)).toEqual(segment)
      }),
    )
  })

  const take = (activityId: string, seat: number) =>
    makeFact({
      kind: 'quiz',
      activityId,
      person: { id: `p${seat}`, seat, orgId: 'b', mobile: seat % 2 === 0 },
      occurredAt: Date.UTC(2026, 10, 20),
      recordedAt: 0,
      channel: 'self',
    })
  const [segment] = fold(new Map(), [take('q1', 1), take('q1', 2), take('q2', 60_000)]).values() as Iterable<Segment>
  const bytes = packSegment(segment as Segment)
  const { _id, kind, month, part } = segment as Segment
  const read = (some: Uint8Array) => unpackSegment({ _id, kind, month, part }, 1, some)

  it('of another format is refused by name', () => {
    expect(() => read(Uint8Array.of(9, ...bytes.slice(1)))).toThrow('quiz.2026-11.0 is written in another way')
    expect(() => read(new Uint8Array(0))).toThrow('quiz.2026-11.0 is written in another way')
  })

  it('that is torn anywhere is refused, never miscounted', () => {
    for (let length = 1; length < bytes.length; length++) expect(() => read(bytes.slice(0, length))).toThrow(Error)
    expect(() => read(Uint8Array.of(...bytes, 0))).toThrow('damaged')
  })

  it('has ASCII ids', () => {
    const [strange] = fold(new Map(), [take('答题', 1)]).values() as Iterable<Segment>
    expect(() => packSegment(strange as Segment)).toThrow(RangeError)
  })
})
