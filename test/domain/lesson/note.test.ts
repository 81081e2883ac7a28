import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrivalOf, decideNote, type KeptText, NOTE_MOST } from '@/domain/lesson'

const kept = { text: '学到第二节', writtenAt: 1000, pen: { phone: 'phone-a', at: 500 }, sides: [] }
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
    expect(decideNote(kept, arriving('', 'phone-a', 600, 1000))).toMatchObject({ note: 'write', text: '', sides: [] })
    expect(decideNote(kept, arriving('短', 'phone-b', 1, 1000))).toEqual({
      note: 'write',
      text: '短',
      pen: { phone: 'phone-b', at: 1 },
      sides: [],
    })
  })

  it('that another phone wrote unseen is kept above the new one', () => {
    expect(decideNote(kept, arriving('车上写的', 'phone-b', 1, null))).toEqual({
      note: 'write',
      text: '学到第二节\n—— 以下写于另一部手机 ——\n车上写的',
      pen: null,
      sides: [
        { text: '学到第二节', pen: { phone: 'phone-a', at: 500 } },
        { text: '车上写的', pen: { phone: 'phone-b', at: 1 } },
      ],
    })
  })

  it('is not doubled when one side says all that the other says', () => {
    expect(decideNote(kept, arriving('学到第二节，再看第三节', 'phone-b', 1, null))).toMatchObject({ sides: [] })
    expect(decideNote(kept, arriving('第二节', 'phone-b', 1, null))).toEqual({ note: 'keep' })
    // to remove it removes only what was seen
    expect(decideNote(kept, arriving('', 'phone-b', 1, null))).toEqual({ note: 'keep' })
  })

  it('refuses what would be too long together, and says so', () => {
    const long = { ...kept, text: '长'.repeat(2000) }
    expect(decideNote(long, arriving('字'.repeat(2000), 'phone-b', 1, null))).toEqual({ note: 'tooLong' })
  })

  describe('that was put together from two phones', () => {
    const arrived = (
      before: KeptText,
      text: string,
      phone: string,
      at: number,
      base: number | null = null,
    ): KeptText => {
      const decision = decideNote(before, arriving(text, phone, at, base))
      return decision.note === 'write' ? { ...decision, writtenAt: before.writtenAt + 1 } : before
    }
    const both = arrived(kept, '车上写的', 'phone-b', 1)

    it('has one side of each, however often a phone saves that has not seen it', () => {
      let note = both
      for (const [i, text] of ['车上写的，接着', '车上写的，接着写', '车上写的，接着写完'].entries())
        note = arrived(note, text, 'phone-b', 2 + i)
      expect(note.text).toBe('学到第二节\n—— 以下写于另一部手机 ——\n车上写的，接着写完')
      // the first phone has not seen it either
      note = arrived(note, '学到第三节', 'phone-a', 501)
      expect(note.text).toBe('学到第三节\n—— 以下写于另一部手机 ——\n车上写的，接着写完')
      expect(arrived(note, '第三部手机写的', 'phone-c', 1).sides).toHaveLength(3)
    })

    it('does not go back to what a phone wrote before, and is whole again for who has seen it', () => {
      expect(arrived(both, '车上', 'phone-b', 0)).toBe(both)
      expect(arrived(both, '理了一遍', 'phone-b', 9, both.writtenAt)).toMatchObject({
        text: '理了一遍',
        pen: { phone: 'phone-b', at: 9 },
        sides: [],
      })
    })

    it('loses only one’s own side when a phone removes what it saw', () => {
      expect(arrived(both, '', 'phone-b', 2)).toMatchObject({ text: '学到第二节', pen: kept.pen, sides: [] })
    })
  })

  it('never loses what its writer had not seen, whatever arrives in whatever order', () => {
    const text = fc.string({ maxLength: 12 })
    const phone = fc.constantFrom('phone-a', 'phone-b', 'phone-c')
    const write = fc.record({ text, phone, at: fc.integer({ min: 0, max: 20 }), sees: fc.boolean() })
    const sidesOf = ({ text, pen, sides }: KeptText) => (sides.length > 0 ? sides : [{ text, pen }])
    fc.assert(
      fc.property(fc.array(write, { maxLength: 8 }), (writes) => {
        let now: KeptText | null = null
        for (const [i, one] of writes.entries()) {
          const before = now as KeptText | null
          const text = arriving(one.text, one.phone, one.at, one.sees && before ? before.writtenAt : null)
          const decision = decideNote(before, text)
          if (decision.note !== 'write') continue
          if (before && arrivalOf(before, text) === 'unseen')
            for (const side of sidesOf(before))
              if (side.pen?.phone !== one.phone) expect(decision.text).toContain(side.text)
          expect(decision.text).toContain(one.text)
          expect(decision.text.length).toBeLessThanOrEqual(NOTE_MOST)
          expect(new Set(decision.sides.map(({ pen }) => pen?.phone)).size).toBe(decision.sides.length)
          now = { ...decision, writtenAt: i + 1 }
          // sent again, it changes nothing
          expect(decideNote(now, text).note).toBe('keep')
        }
      }),
    )
  })
})
