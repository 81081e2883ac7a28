import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { sentencesOf } from '@/services/speech/sentences.shared'
import { speech } from '@/services/speech/speech.h5'

describe('a text in pieces', () => {
  it('is cut after sentences, else after commas', () => {
    expect(sentencesOf('第一句。第二句！\n第三行', 60)).toEqual(['第一句。', '第二句！', '第三行'])
    expect(sentencesOf('一二三，四五六七', 5)).toEqual(['一二三，', '四五六七'])
    expect(sentencesOf('一二三四五六七', 3)).toEqual(['一二三', '四五六', '七'])
  })

  it('says the whole, no piece too long', () => {
    const signs = fc.constantFrom('字', '，', '。', '、', '\n', '1')
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 80 }), fc.integer({ min: 1, max: 20 }), (list, most) => {
        const pieces = sentencesOf(list.join(''), most)
        const said = (text: string) => text.replace(/[。\n]/g, '')
        expect(said(pieces.join(''))).toBe(said(list.join('')))
        // a run of full stops stays with its sentence
        for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(most)
      }),
    )
  })
})

/** The browser's speech, as much of it as is used: what is spoken ends when the test says so. */
function fakeSpeech(voices: { lang: string; localService: boolean; name: string }[]) {
  const said: { text: string; voice: { name: string }; onend: () => void; onerror: () => void }[] = []
  const synthesis = {
    getVoices: () => voices,
    speak: (utterance: (typeof said)[number]) => said.push(utterance),
    cancel: vi.fn(),
    addEventListener: vi.fn(),
    removeEventListener: vi.fn(),
  }
  vi.stubGlobal('speechSynthesis', synthesis)
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      constructor(readonly text: string) {}
    },
  )
  return { said, synthesis }
}

describe('reading aloud in a browser', () => {
  beforeEach(() => speech.stop())
  afterEach(() => vi.unstubAllGlobals())
  const mandarin = { lang: 'zh-CN', localService: true, name: 'phone' }

  it('is not offered without a Mandarin voice', () => {
    fakeSpeech([{ lang: 'en-US', localService: true, name: 'english' }])
    expect(speech.available()).toBe(false)
    vi.stubGlobal('speechSynthesis', undefined)
    expect(speech.available()).toBe(false)
  })

  it('reads piece after piece by a voice of the phone, and tells once when it is over', () => {
    const { said } = fakeSpeech([{ lang: 'zh-CN', localService: false, name: 'network' }, mandarin])
    const onEnd = vi.fn()
    speech.speak('第一句。第二句。', onEnd)
    expect(said.map(({ text, voice }) => [text, voice.name])).toEqual([['第一句。', 'phone']])
    said[0]?.onend()
    said[1]?.onend()
    expect(said).toHaveLength(2)
    expect(onEnd).toHaveBeenCalledTimes(1)
  })

  it('says nothing more after it was stopped or another text has begun', () => {
    const { said, synthesis } = fakeSpeech([mandarin])
    const first = vi.fn()
    speech.speak('第一句。第二句。', first)
    speech.speak('别的。', vi.fn())
    // browsers report the end of what was cancelled
    said[0]?.onend()
    said[0]?.onerror()
    expect(said.map(({ text }) => text)).toEqual(['第一句。', '别的。'])
    speech.stop()
    said[1]?.onend()
    expect([said.length, first.mock.calls.length]).toEqual([2, 0])
    expect(synthesis.cancel).toHaveBeenCalled()
  })

  it('ends when the voice fails', () => {
    const { said } = fakeSpeech([mandarin])
    const onEnd = vi.fn()
    speech.speak('第一句。', onEnd)
    said[0]?.onerror()
    expect(onEnd).toHaveBeenCalledTimes(1)
  })
})
