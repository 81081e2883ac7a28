import { beforeEach, describe, expect, it, vi } from 'vitest'

/** WeChat's sound and plugin, as much of them as is used; anything else is undefined and throws. */
const played: { src: string; end: () => void; fail: () => void; destroyed: boolean }[] = []
const asked: { content: string; success(result: { filename: string }): void; fail(): void }[] = []

vi.mock('@tarojs/taro', () => ({
  default: {
    createInnerAudioContext() {
      const sound = { src: '', end: () => {}, fail: () => {}, destroyed: false }
      return {
        set src(address: string) {
          sound.src = address
        },
        onEnded: (listener: () => void) => Object.assign(sound, { end: listener }),
        onError: (listener: () => void) => Object.assign(sound, { fail: listener }),
        play: () => void played.push(sound),
        destroy: () => void Object.assign(sound, { destroyed: true }),
      }
    },
  },
}))

async function build(version: string, hasPlugin = true) {
  vi.resetModules()
  vi.stubGlobal('SPEECH_PLUGIN', version)
  vi.stubGlobal('requirePlugin', (name: string) => {
    if (!hasPlugin || name !== 'WechatSI') throw new Error(`plugin ${name} is not defined`)
    return {
      textToSpeech(options: (typeof asked)[number] & { lang: string; tts: boolean }) {
        expect([options.lang, options.tts]).toEqual(['zh_CN', true])
        asked.push(options)
      },
    }
  })
  return (await import('@/services/speech/speech.weapp')).speech
}

beforeEach(() => {
  played.length = 0
  asked.length = 0
})

describe('reading aloud in WeChat', () => {
  it('is not offered by a build that names no plugin, nor when the account has none', async () => {
    expect((await build('')).available()).toBe(false)
    expect((await build('0.3.5', false)).available()).toBe(false)
    expect((await build('0.3.5')).available()).toBe(true)
  })

  it('plays piece after piece, each below the plugin’s 1,000 bytes', async () => {
    const speech = await build('0.3.5')
    const onEnd = vi.fn()
    speech.speak(`第一句。${'字'.repeat(400)}`, onEnd)
    for (let i = 0; i < 3; i += 1) {
      asked[i]?.success({ filename: `sound-${i}` })
      played[i]?.end()
    }
    expect(asked.map(({ content }) => content.length)).toEqual([4, 300, 100])
    for (const { content } of asked) expect(new TextEncoder().encode(content).length).toBeLessThan(1000)
    expect(played.map(({ src }) => src)).toEqual(['sound-0', 'sound-1', 'sound-2'])
    expect(onEnd).toHaveBeenCalledTimes(1)
  })

  it('stops the sound, and plays nothing that comes after it was stopped', async () => {
    const speech = await build('0.3.5')
    const onEnd = vi.fn()
    speech.speak('第一句。第二句。', onEnd)
    asked[0]?.success({ filename: 'sound-0' })
    speech.stop()
    expect(played[0]?.destroyed).toBe(true)
    played[0]?.end()
    asked[0]?.success({ filename: 'late' })
    expect([asked.length, played.length, onEnd.mock.calls.length]).toEqual([1, 1, 0])
  })

  it('ends when the plugin or the sound fails', async () => {
    const speech = await build('0.3.5')
    const onEnd = vi.fn()
    speech.speak('第一句。', onEnd)
    asked[0]?.fail()
    speech.speak('第二句。', onEnd)
    asked[1]?.success({ filename: 'broken' })
    played[0]?.fail()
    expect(onEnd).toHaveBeenCalledTimes(2)
  })
})
