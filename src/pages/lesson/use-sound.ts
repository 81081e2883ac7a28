import Taro, { useDidHide } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useAddress } from './use-address'

export type SoundPhase = 'still' | 'loading' | 'playing' | 'paused'

/** A recording that is loaded when it is first played. `second` is where it stands. */
export function useSound(lessonId: string, block: number) {
  const { ask, fail, problem } = useAddress(lessonId, block)
  const [phase, setPhase] = useState<SoundPhase>('still')
  const [second, setSecond] = useState(0)
  const context = useRef<Taro.InnerAudioContext | null>(null)
  const wish = useRef({ from: 0, renewed: false })

  const end = useCallback(() => {
    context.current?.destroy()
    context.current = null
  }, [])
  useEffect(() => end, [end])
  useDidHide(() => context.current?.pause())

  const start = useCallback(
    async (from: number, anew: boolean): Promise<void> => {
      setPhase('loading')
      const url = await ask(anew)
      if (url === null) return setPhase('still')
      end()
      // a lesson is heard although the phone is set to silent: the person has just pressed "play"
      if (process.env.TARO_ENV === 'weapp') void Taro.setInnerAudioOption({ obeyMuteSwitch: false })
      const sound = Taro.createInnerAudioContext()
      context.current = sound
      wish.current = { from, renewed: anew }
      const mine = () => context.current === sound
      sound.onPlay(() => {
        if (!mine()) return
        if (wish.current.from > 0) sound.seek(wish.current.from)
        wish.current.from = 0
        setPhase('playing')
      })
      sound.onPause(() => mine() && setPhase('paused'))
      sound.onTimeUpdate(() => mine() && setSecond(sound.currentTime))
      sound.onEnded(() => {
        if (!mine()) return
        setPhase('still')
        setSecond(0)
      })
      sound.onError(() => {
        if (!mine()) return
        const at = sound.currentTime || from
        end()
        // an address that has ended is the usual reason: once more with a new one
        if (!wish.current.renewed) return void start(at, true)
        setPhase('still')
        fail()
      })
      sound.src = url
      sound.play()
    },
    [ask, end, fail],
  )

  const seek = (to: number) => {
    const at = Math.max(0, to)
    setSecond(at)
    if (context.current && phase !== 'still') context.current.seek(at)
    else void start(at, false)
  }
  const toggle = () => {
    if (phase === 'playing') context.current?.pause()
    else if (phase === 'paused' && context.current) context.current.play()
    else if (phase === 'still') void start(second, false)
  }
  return { phase, second, problem, toggle, seek }
}
