import Taro from '@tarojs/taro'
import { sentencesOf } from './sentences.shared'
import type { Speech } from './speech'

/** The part of WeChat's plugin 同声传译 (WechatSI) that is used. Its answer is the address of a sound, good for three hours. */
interface SpeechPlugin {
  textToSpeech(options: {
    lang: 'zh_CN'
    tts: true
    content: string
    success(result: { filename: string }): void
    fail(): void
  }): void
}

/** The version that the build was told, or ''. */
declare const SPEECH_PLUGIN: string
declare function requirePlugin(name: string): SpeechPlugin

/** The plugin takes 1,000 bytes at a time. */
const MOST = 300

/**
 * WeChat's base library reads nothing aloud; the plugin does, if the mini-program's account has it and the build was told so (SPEECH_PLUGIN, see
 * docs/operations.md). Without it there is no button.
 */
function plugin(): SpeechPlugin | null {
  if (SPEECH_PLUGIN === '') return null
  try {
    return requirePlugin('WechatSI')
  } catch {
    return null
  }
}

let reading = 0
let sound: Taro.InnerAudioContext | null = null

function play(address: string, onEnd: () => void, onFail: () => void): void {
  sound?.destroy()
  sound = Taro.createInnerAudioContext()
  sound.onEnded(onEnd)
  sound.onError(onFail)
  sound.src = address
  sound.play()
}

/** See speech.d.ts. */
export const speech: Speech = {
  available: () => plugin() !== null,
  onAvailable: () => () => {},
  speak(text, onEnd) {
    speech.stop()
    const mine = reading
    const voice = plugin()
    if (!voice) return onEnd()
    const pieces = sentencesOf(text, MOST)
    const next = (at: number) => {
      if (mine !== reading) return
      const content = pieces[at]
      if (content === undefined) return onEnd()
      const fail = () => (mine === reading ? onEnd() : undefined)
      const success = ({ filename }: { filename: string }) => {
        if (mine === reading) play(filename, () => next(at + 1), fail)
      }
      voice.textToSpeech({ lang: 'zh_CN', tts: true, content, success, fail })
    }
    next(0)
  },
  stop() {
    reading += 1
    sound?.destroy()
    sound = null
  },
}
