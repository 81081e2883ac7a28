import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideNote, type KeptText } from '@/domain/lesson'
import { acknowledged, isDirty, type KeptNote, noNote, opened } from '@/services/writing/note.shared'

const clean = { text: '记一笔', known: '记一笔', base: 100 }

describe('a note on the phone', () => {
  it('is what the server says, unless it was changed here', () => {
    expect(opened(null, null)).toEqual(noNote)
    expect(opened(null, { text: '甲', updatedAt: 5 })).toEqual({ text: '甲', known: '甲', base: 5 })
    expect(opened(clean, { text: '乙', updatedAt: 101 })).toEqual({ text: '乙', known: '乙', base: 101 })
    const dirty = { ...clean, text: '记一笔，又一笔' }
    expect(opened(dirty, { text: '乙', updatedAt: 101 })).toEqual(dirty)
  })

  it('does not go back to an older answer, such as the one kept for reading offline', () => {
    expect(opened(clean, null)).toEqual(clean)
    expect(opened(clean, { text: '旧', updatedAt: 99 })).toEqual(clean)
    expect(opened(clean, { text: '', updatedAt: 101 })).toEqual({ text: '', known: '', base: 101 })
  })

  it('has nothing to send for spaces at the end', () => {
    expect(isDirty({ ...clean, text: '记一笔 \n' })).toBe(false)
    expect(isDirty({ ...clean, text: '' })).toBe(true)
  })

  it('is what the server made of it when nothing was written meanwhile', () => {
    const sent = { text: '车上写的 ', known: '', base: null }
    const both = { text: '家里写的\n—— 以下写于另一部手机 ——\n车上写的', updatedAt: 7 }
    expect(acknowledged(sent, '车上写的', both)).toEqual({ text: both.text, known: both.text, base: 7 })
  })

  it('keeps what was written while it was sent', () => {
    const more = { text: '车上写的，下车再写', known: '', base: null }
    expect(acknowledged(more, '车上写的', { text: '车上写的', updatedAt: 7 })).toEqual({
      text: '车上写的，下车再写',
      known: '车上写的',
      base: 7,
    })
    // put together with another phone's: this one has not seen that, and goes on from what it knew
    expect(acknowledged(more, '车上写的', { text: '别的\n车上写的', updatedAt: 7 })).toEqual(more)
  })
})

/** Two phones and a server, each step by chance: typing, sending (the answer may be lost, and the call repeated), opening. */
describe('two phones', () => {
  type Step = { phone: 0 | 1; what: 'type' | 'send' | 'sendLost' | 'open' }
  const step = fc.record({
    phone: fc.constantFrom<0 | 1>(0, 1),
    what: fc.constantFrom<Step['what']>('type', 'send', 'sendLost', 'open'),
  })

  it('lose no word that was typed, until it is taken out on purpose', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let server: KeptText | null = null
        const phones: [KeptNote, KeptNote] = [noNote, noNote]
        const clocks: [number, number] = [0, 0]
        const words: string[] = []
        let now = 0
        const answer = () => server && { text: server.text, updatedAt: server.writtenAt }
        for (const { phone, what } of steps) {
          now += 1
          const note: KeptNote = phones[phone]
          if (what === 'open') phones[phone] = opened(note, answer())
          if (what === 'type') {
            const word = `字${words.length};`
            words.push(word)
            phones[phone] = { ...note, text: `${note.text}${word}` }
          }
          if (what !== 'send' && what !== 'sendLost') continue
          if (!isDirty(note)) continue
          clocks[phone] += 1
          const pen = { phone: `phone000${phone}`, at: clocks[phone] }
          const decision = decideNote(server, { text: note.text, pen, base: note.base })
          if (decision.note === 'tooLong') continue
          if (decision.note === 'write') server = { ...decision, writtenAt: now }
          const said = answer()
          if (what === 'send' && said) phones[phone] = acknowledged(note, note.text, said)
        }
        const everywhere = `${phones[0].text}${phones[1].text}${answer()?.text ?? ''}`
        for (const word of words) expect(everywhere).toContain(word)
      }),
      { numRuns: 500 },
    )
  })
})
