import { asking, type Life } from './options'
import type { Phone } from './phone'

const settings = ['src', 'startTime', 'autoplay', 'loop', 'obeyMuteSwitch', 'volume', 'playbackRate', 'referrerPolicy']
const eventNames = 'Canplay Play Pause Stop Ended TimeUpdate Error Waiting Seeking Seeked'.split(' ')

/** A recording as the test hears it. */
export interface Sound {
  readonly src: string
  readonly state: 'still' | 'playing' | 'paused' | 'destroyed'
  /** Where it stands, in seconds. */
  readonly at: number
  /** It is heard up to here. */
  hear(second: number): void
  end(): void
  /** It breaks off, with one of WeChat's numbers: 10002 the network, 10003 the file. */
  fail(errCode: number): void
}

/** wx.createInnerAudioContext: events come later, nothing is heard without a source or after the end of it. */
export function createSounds(phone: Phone, life: Life) {
  const sounds: Sound[] = []

  function createInnerAudioContext(): object {
    const heard = new Map<string, Set<(detail: object) => void>>()
    const set: Record<string, unknown> = { src: '', startTime: 0, volume: 1, playbackRate: 1 }
    let state: Sound['state'] = 'still'
    let at = 0
    const fire = (name: string, detail: object = {}) => {
      if (state !== 'destroyed' && !life.over) for (const listener of [...(heard.get(name) ?? [])]) listener(detail)
    }
    const soon = (...work: (() => void)[]) =>
      void Promise.resolve().then(() => {
        for (const one of work) one()
      })
    const breakOff = (errCode: number) => {
      state = 'still'
      fire('Error', { errCode, errMsg: 'the recording cannot be played' })
    }
    const methods: Record<string, (argument?: unknown) => void> = {
      play() {
        if (!/^https?:\/\/\S+$/.test(String(set.src))) life.misuse(`a sound is played from ${JSON.stringify(set.src)}`)
        if (phone.networkType === 'none' && at === 0) return soon(() => breakOff(10002))
        state = 'playing'
        soon(
          () => fire('Canplay'),
          () => fire('Play'),
        )
      },
      pause() {
        if (state !== 'playing') return
        state = 'paused'
        soon(() => fire('Pause'))
      },
      stop() {
        state = 'still'
        at = 0
        soon(() => fire('Stop'))
      },
      seek(second) {
        if (typeof second !== 'number' || second < 0) life.misuse(`a sound is to go to ${String(second)}`)
        at = second as number
        soon(
          () => fire('Seeked'),
          () => fire('TimeUpdate'),
        )
      },
      destroy() {
        state = 'destroyed'
        heard.clear()
      },
    }
    for (const name of eventNames) {
      methods[`on${name}`] = (listener) => {
        const all = heard.get(name) ?? new Set()
        heard.set(name, all.add(listener as (detail: object) => void))
      }
      methods[`off${name}`] = (listener) => void heard.get(name)?.delete(listener as (detail: object) => void)
    }
    const facts: Record<string, () => unknown> = {
      currentTime: () => at,
      paused: () => state !== 'playing',
      duration: () => 0,
      buffered: () => 0,
    }
    sounds.push({
      get src() {
        return String(set.src)
      },
      get state() {
        return state
      },
      get at() {
        return at
      },
      hear(second) {
        if (state !== 'playing') throw new Error(`nothing is heard: the sound is ${state}`)
        at = second
        fire('TimeUpdate')
      },
      end() {
        state = 'still'
        at = 0
        fire('Ended')
      },
      fail: breakOff,
    })
    return new Proxy(
      {},
      {
        get(_, name) {
          if (typeof name === 'symbol') return undefined
          if (state === 'destroyed') life.misuse(`${name} of a sound that was destroyed`)
          const fact = facts[name]
          if (fact) return fact()
          return methods[name] ?? (name in set ? set[name] : life.misuse(`a sound has no ${name}`))
        },
        set(_, name, value) {
          if (state === 'destroyed' || !settings.includes(String(name)))
            life.misuse(`${String(name)} of a sound is set, which cannot be`)
          set[String(name)] = value
          return true
        },
      },
    )
  }
  const options: object[] = []
  return {
    api: {
      createInnerAudioContext,
      setInnerAudioOption: asking(
        life,
        'setInnerAudioOption',
        { mixWithOther: 'Boolean?', obeyMuteSwitch: 'Boolean?', speakerOn: 'Boolean?' },
        ({ mixWithOther, obeyMuteSwitch }: { mixWithOther?: boolean; obeyMuteSwitch?: boolean }) =>
          void options.push({ mixWithOther, obeyMuteSwitch }),
      ),
    },
    sounds,
    audioOptions: options,
  }
}
