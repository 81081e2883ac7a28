import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Tries, type TryKind, tooManyTries, tryRules, tryStanding } from '@/domain/people'

const MINUTE = 60_000
/** 2026-11-10 10:00 in Asia/Shanghai: the beginning of a slot of ten minutes, and of one of an hour. */
const TEN = Date.UTC(2026, 10, 10, 2)
const kinds = Object.keys(tryRules) as TryKind[]

describe('tries of a code', () => {
  it('are five in ten minutes, and open again with the next ten', () => {
    const slot = TEN / (10 * MINUTE)
    expect(tryStanding('code', null, TEN)).toEqual({ slot, left: 5, opensAt: TEN + 10 * MINUTE })
    expect(tryStanding('code', { slot, count: 4 }, TEN + 9 * MINUTE).left).toBe(1)
    expect(tryStanding('code', { slot, count: 5 }, TEN + 10 * MINUTE - 1).left).toBe(0)
    expect(tryStanding('code', { slot, count: 5 }, TEN + 10 * MINUTE).left).toBe(5)
  })

  it('are a hundred wrong ones for a whole theme day, ten invitations or phone numbers an hour, twenty tokens', () => {
    expect(tryRules).toMatchObject({
      activity: { limit: 100, slotMs: 10 * MINUTE },
      invitation: { limit: 10, slotMs: 60 * MINUTE },
      phone: { limit: 10, slotMs: 60 * MINUTE },
      token: { limit: 20, slotMs: 10 * MINUTE },
    })
  })

  it('stay locked when the clock is set back', () => {
    const slot = TEN / (10 * MINUTE)
    expect(tryStanding('code', { slot, count: 5 }, TEN - 3_600_000)).toEqual({
      slot,
      left: 0,
      opensAt: TEN + 10 * MINUTE,
    })
  })

  it('say in Asia/Shanghai when to go on, and what else to do', () => {
    expect(tooManyTries('code', TEN + 10 * MINUTE)).toBe(
      '输错的次数太多，请在10:10以后再试，也可以直接扫码，或请支部书记补录。',
    )
    // 23:50 UTC is 7:50 the next day; midnight is 00:00
    expect(tooManyTries('invitation', Date.UTC(2026, 10, 10, 23, 50))).toContain('请在07:50以后')
    expect(tooManyTries('phone', Date.UTC(2026, 10, 10, 16))).toContain('请在00:00以后')
  })

  it('of any kind, at any moments in order, are in no slot more than its limit', () => {
    const moments = fc.array(fc.integer({ min: 0, max: 3 * 3_600_000 }), { maxLength: 400 })
    fc.assert(
      fc.property(fc.constantFrom(...kinds), moments, (kind, offsets) => {
        const kept: Tries[] = []
        const passed = new Map<number, number>()
        for (const now of offsets.map((offset) => TEN + offset)) {
          const tries = kept[0] ?? null
          const { slot, left } = tryStanding(kind, tries, now)
          if (left === 0) continue
          kept[0] = { slot, count: tries?.slot === slot ? tries.count + 1 : 1 }
          passed.set(slot, (passed.get(slot) ?? 0) + 1)
        }
        for (const count of passed.values()) expect(count).toBeLessThanOrEqual(tryRules[kind].limit)
      }),
    )
  })
})
