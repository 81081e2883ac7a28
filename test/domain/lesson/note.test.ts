import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrivalOf, decideNote, NOTE_MOST } from '@/domain/lesson'

const kept = { text: '学到第二节', writtenAt: 1000, pen: { phone: 'phone-a', at: 500 } }
const arriving = (text: string, phone: string, at: number, base: number | null) => ({ text, pen: { phone, at }, base })

describe('a text that arrives', () => {
  it('stands to the one that is kept by phone, by that phone’s order, and by what it was built on', () => {
    expect(arrivalOf(null, arriving('新', 'phone-a', 1, null))).toBe('first')
    expect(arrivalOf(kept, arriving('学到第二节', 'phone-b', 1, null))).toBe('same')
    // the same phone: its own clock decides, whatever it knew of the server
    expect(arrivalOf(kept, arriving('新', 'phone-a', 501, null))).toBe('next')
    expect(arrivalOf(kept, arriving('旧', 'phone-a', 499, 1000))).toBe('late')
    expect(arrivalOf(kept, arriving('旧', 'phone-a', 500, 1000))).toBe('late')
    // another phone: whether it had seen this very version
    expect(arrivalOf(kept, arriving('新', 'phone-b', 1, 1000))).toBe('next')
    expect(arrivalOf(kept, arriving('新', 'phone-b', 9999, 999))).toBe('unseen')
    expect(arrivalOf(kept, arriving('新', 'phone-b', 9999, null))).toBe('unseen')
  })
})

describe('a note', () => {
  it('is replaced by who had seen it, also by nothing', () => {
    expect(decideNote(kept, arriving('', 'phone-a', 600, 1000))).toEqual({ note: 'write', text: '', merged: false })
    expect(decideNote(kept, arriving('短', 'phone-b', 1, 1000))).toEqual({ note: 'write', text: '短', merged: false })
  })

  it('that another phone wrote unseen is kept above the new one', () => {
    expect(decideNote(kept, arriving('车上写的', 'phone-b', 1, null))).toEqual({
      note: 'write',
      text: '学到第二节\n—— 以下写于另一部手机 ——\n车上写的',
      merged: true,
    })
  })

  it('is not doubled when one side says all that the other says', () => {
    expect(decideNote(kept, arriving('学到第二节，再看第三节', 'phone-b', 1, null))).toMatchObject({ merged: false })
    expect(decideNote(kept, arriving('第二节', 'phone-b', 1, null))).toEqual({ note: 'keep' })
    // to remove it removes only what was seen
    expect(decideNote(kept, arriving('', 'phone-b', 1, null))).toEqual({ note: 'keep' })
  })

  it('refuses what would be too long together, and says so', () => {
    const long = { ...kept, text: '长'.repeat(2000) }
    expect(decideNote(long, arriving('字'.repeat(2000), 'phone-b', 1, null))).toEqual({ note: 'tooLong' })
  })

  it('never loses what its writer had not seen, whatever arrives in whatever order', () => {
    const text = fc.string({ maxLength: 12 })
    const phone = fc.constantFrom('phone-a', 'phone-b', 'phone-c')
    const write = fc.record({ text, phone, at: fc.integer({ min: 0, max: 20 }), sees: fc.boolean() })
    fc.assert(
      fc.property(fc.array(write, { maxLength: 8 }), (writes) => {
        let now: { text: string; writtenAt: number; pen: { phone: string; at: number } | null } | null = null
        for (const [i, one] of writes.entries()) {
          const before: typeof now = now
          const base: number | null = one.sees && before !== null ? (before as { writtenAt: number }).writtenAt : null
          const decision = decideNote(before, arriving(one.text, one.phone, one.at, base))
          if (decision.note !== 'write') continue
          const unseen = before !== null && arrivalOf(before, arriving(one.text, one.phone, one.at, base)) === 'unseen'
          if (unseen) expect(decision.text).toContain((before as { text: string }).text)
          expect(decision.text).toContain(one.text)
          expect(decision.text.length).toBeLessThanOrEqual(NOTE_MOST)
          now = {
            text: decision.text,
            writtenAt: i + 1,
            pen: decision.merged ? null : { phone: one.phone, at: one.at },
          }
          // sent again, it changes nothing
          expect(decideNote(now, arriving(one.text, one.phone, one.at, base)).note).toBe('keep')
        }
      }),
    )
  })
})
