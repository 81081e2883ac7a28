import { sentencesOf } from './sentences.shared'
import type { Speech } from './speech'

const synthesis = (): SpeechSynthesis | null => (typeof speechSynthesis === 'undefined' ? null : speechSynthesis)

/** A voice that reads Mandarin: one on the phone itself before one that needs the network. */
function chineseVoice(): SpeechSynthesisVoice | null {
  const voices = (synthesis()?.getVoices() ?? []).filter(({ lang }) => /^(zh[-_]?(CN|Hans)|cmn|zh$)/i.test(lang))
  return voices.find(({ localService }) => localService) ?? voices[0] ?? null
}

/** Browsers end a long text after some 15 s. */
const MOST = 60
/** A little slower than usual, to be followed. */
const RATE = 0.9

let reading = 0

/** See speech.d.ts. By the browser's own voices (Web Speech API). */
export const speech: Speech = {
  available: () => chineseVoice() !== null,
  onAvailable(listener) {
    const voices = synthesis()
    if (!voices?.addEventListener) return () => {}
    voices.addEventListener('voiceschanged', listener)
    return () => voices.removeEventListener('voiceschanged', listener)
  },
  speak(text, onEnd) {
    speech.stop()
    const mine = reading
    const voices = synthesis()
    const voice = chineseVoice()
    if (!voices || !voice) return onEnd()
    const pieces = sentencesOf(text, MOST)
    const next = (at: number) => {
      if (mine !== reading) return
      const piece = pieces[at]
      if (piece === undefined) return onEnd()
      const utterance = new SpeechSynthesisUtterance(piece)
      utterance.voice = voice
      utterance.lang = voice.lang
      utterance.rate = RATE
      utterance.onend = () => next(at + 1)
      utterance.onerror = () => (mine === reading ? onEnd() : undefined)
      voices.speak(utterance)
    }
    next(0)
  },
  stop() {
    reading += 1
    synthesis()?.cancel()
  },
}
