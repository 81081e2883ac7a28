import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ActivityNumbers, hashId } from '../../../src/domain/participation/activity-numbers'

describe('numbers of activities', () => {
  it('hash as FNV-1a does', () => {
    // test vectors of the reference implementation for 32 bits
    expect(hashId('')).toBe(0x811c9dc5)
    expect(hashId('a')).toBe(0xe40c292c)
    expect(hashId('foobar')).toBe(0xbf9cf968)
  })

  it('are the same for the same id and different for others, even when all hashes collide', () => {
    const ids = fc.array(fc.string({ maxLength: 6 }), { maxLength: 60 })
    fc.assert(
      fc.property(ids, fc.boolean(), (list, collide) => {
        const numbers = new ActivityNumbers(list.length)
        const hash = (id: string) => (collide ? 7 : hashId(id))
        const known = new Map<string, number>()
        for (const id of list) {
          const number = numbers.add(id, hash(id))
          expect(number).toBe(known.get(id) ?? known.size)
          known.set(id, number)
        }
        expect(numbers.size).toBe(known.size)
        if (!collide) for (const [id, number] of known) expect(numbers.find(id)).toBe(number)
        if (!collide) expect(numbers.find('no such id')).toBe(-1)
      }),
    )
  })
})
