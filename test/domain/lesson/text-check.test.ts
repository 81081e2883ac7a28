import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hardest, textPieces, textVerdict } from '@/domain/lesson'

describe('the pieces of a text', () => {
  it('are one when the text is short, and overlap when it is not', () => {
    expect(textPieces('', 4, 1)).toEqual([])
    expect(textPieces('甲乙丙丁', 4, 1)).toEqual(['甲乙丙丁'])
    expect(textPieces('甲乙丙丁戊', 4, 1)).toEqual(['甲乙丙丁', '丁戊'])
    // a character beyond the basic plane is one, not two
    expect(textPieces('😀😀😀', 2, 1)).toEqual(['😀😀', '😀😀'])
  })

  it('have every stretch of up to overlap + 1 characters whole in one of them, and none is too long', () => {
    const text = fc.array(fc.constantFrom('甲', '乙', '😀', 'a'), { maxLength: 60 }).map((list) => list.join(''))
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 9 }), fc.integer({ min: 0, max: 8 }), (whole, most, wish) => {
        const overlap = Math.min(wish, most - 1)
        const pieces = textPieces(whole, most, overlap)
        const characters = [...whole]
        for (const piece of pieces) expect([...piece].length).toBeLessThanOrEqual(most)
        for (let at = 0; at < characters.length; at++) {
          const word = characters.slice(at, at + overlap + 1).join('')
          expect(pieces.some((piece) => piece.includes(word))).toBe(true)
        }
      }),
    )
  })
})

describe('the verdict on a text', () => {
  it('lets current politics be read by a person, refuses what is risky, and asks a person when the check is silent', () => {
    expect(textVerdict({ suggest: 'pass', label: 100 })).toBe('pass')
    expect(textVerdict({ suggest: 'review', label: 20001 })).toBe('review')
    expect(textVerdict({ suggest: 'risky', label: 20001 })).toBe('review')
    expect(textVerdict({ suggest: 'risky', label: 21000 })).toBe('review')
    expect(textVerdict({ suggest: 'risky', label: 20006 })).toBe('refused')
    expect(textVerdict({ suggest: 'review', label: 20006 })).toBe('review')
    expect(textVerdict({ suggest: 'anything new', label: 30000 })).toBe('review')
    expect(textVerdict(null)).toBe('review')
  })

  it('of several pieces is the hardest', () => {
    expect(hardest([])).toBe('pass')
    expect(hardest(['pass', 'review', 'pass'])).toBe('review')
    expect(hardest(['review', 'refused', 'pass'])).toBe('refused')
  })
})
