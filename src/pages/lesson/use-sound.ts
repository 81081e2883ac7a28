import Taro, { useDidHide } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useAddress } from './use-address'
import { useStalled } from './use-stalled'

export type SoundPhase = 'still' | 'loading' | 'playing' | 'paused'

/** A recording that is loaded when it is first played. `second` is where it stands. */
export function useSound(lessonId: string, block: number) {
  const { open, again, fail, problem } = useAddress(lessonId, block)
  const [phase, setPhase] = useState<SoundPhase>('still')
  const [second, setSecond] = useState(0)
  const context = useRef<Taro.InnerAudioContext | null>(null)
  const wish = useRef(0)

  /** Counts what was wanted: an address that comes after the person has left, or was told to wait no longer, plays nothing. */
  const turn = useRef(0)
  const end = useCallback(() => {
    turn.current += 1
    context.current?.destroy()
    context.current = null
  }, [])
  useEffect(() => end, [end])
  useDidHide(() => context.current?.pause())

  const start = useCallback(
    async (from: number, address: () => Promise<string | null>): Promise<void> => {
      setPhase('loading')
      end()
      const mineIs = turn.current
      const url = await address()
      if (mineIs !== turn.current) return
      if (url === null) return setPhase('still')
      // a lesson is heard although the phone is set to silent: the person has just pressed "play"
      if (process.env.TARO_ENV === 'weapp') void Taro.setInnerAudioOption({ obeyMuteSwitch: false })
      const sound = Taro.createInnerAudioContext()
      context.current = sound
      wish.current = from
      const mine = () => context.current === sound
      sound.onPlay(() => {
        if (!mine()) return
        if (wish.current > 0) sound.seek(wish.current)
        wish.current = 0
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
        void start(at, again)
      })
      sound.src = url
      sound.play()
    },
    [again, end],
  )

  useStalled(phase === 'loading' || phase === 'playing', second, () => {
    end()
    setPhase('still')
    fail()
  })

  const seek = (to: number) => {
    const at = Math.max(0, to)
    setSecond(at)
    if (context.current && phase !== 'still') context.current.seek(at)
    else void start(at, open)
  }
  const toggle = () => {
    if (phase === 'playing') context.current?.pause()
    else if (phase === 'paused' && context.current) context.current.play()
    else if (phase === 'still') void start(second, open)
  }
  return { phase, second, problem, toggle, seek }
}
