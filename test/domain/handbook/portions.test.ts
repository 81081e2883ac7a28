import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextAnswer } from '@/domain/handbook/portions'

const chapter = (id: string, count: number, version = 1) => ({ id, version, count })

describe('what an answer holds of the handbook', () => {
  it('is as many whole chapters as fit', () => {
    const lacking = [chapter('a', 100), chapter('b', 299), chapter('c', 2)]
    expect(nextAnswer(lacking, null, 400)).toEqual({ give: 'chapters', ids: ['a', 'b'], more: true })
    expect(nextAnswer(lacking.slice(2), null, 400)).toEqual({ give: 'chapters', ids: ['c'], more: false })
    expect(nextAnswer([], null, 400)).toEqual({ give: 'chapters', ids: [], more: false })
  })

  it('is a part of a chapter that no answer holds, from where the phone is', () => {
    const huge = [chapter('a', 900)]
    expect(nextAnswer(huge, null, 400)).toEqual({ give: 'part', id: 'a', from: 0, more: true })
    expect(nextAnswer(huge, { id: 'a', version: 1, items: 400 }, 400)).toMatchObject({ from: 400, more: true })
    expect(nextAnswer(huge, { id: 'a', version: 1, items: 800 }, 400)).toMatchObject({ from: 800, more: false })
  })

  it('begins anew when the chapter has changed meanwhile, or what the phone says cannot be', () => {
    for (const begun of [
      { id: 'a', version: 0, items: 400 },
      { id: 'a', version: 1, items: 900 },
      { id: 'gone', version: 1, items: 400 },
    ])
      expect(nextAnswer([chapter('a', 900)], begun, 400)).toMatchObject({ give: 'part', from: 0 })
  })

  it('law: a phone that goes on asking has every item once, and in no answer more than fits', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 8 })
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 20 }), (counts, most) => {
        const all = counts.map((count, i) => chapter(`c${i}`, count))
        const got = new Map<string, number>()
        const whole = new Set<string>()
        let begun: { id: string; version: number; items: number } | null = null
        for (let more = true; more; ) {
          const next = nextAnswer(
            all.filter(({ id }) => !whole.has(id)),
            begun,
            most,
          )
          more = next.more
          if (next.give === 'part') {
            const count: number = all.find(({ id }) => id === next.id)?.count ?? 0
            expect(next.from).toBe(begun?.id === next.id ? begun.items : 0)
            const items = Math.min(count, next.from + most)
            got.set(next.id, items)
            begun = items < count ? { id: next.id, version: 1, items } : null
            if (items === count) whole.add(next.id)
          } else {
            const sum = next.ids.reduce((total, id) => total + (all.find((one) => one.id === id)?.count ?? 0), 0)
            expect(sum).toBeLessThanOrEqual(most)
            for (const id of next.ids) whole.add(id)
          }
        }
        expect([...whole].sort()).toEqual(all.map(({ id }) => id).sort())
        for (const [id, items] of got) expect(items).toBe(all.find((one) => one.id === id)?.count)
      }),
    )
  })
})
