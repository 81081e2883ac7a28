import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { cache } from '@/services/cache/cache'
import { fetchKept } from '@/services/cache/fetch-kept'
import { CallError } from '@/services/transport/call-error'
import { type Read, readFailed, readStarted, readSucceeded } from './read.shared'

interface ReadOptions<T> {
  /** Under this name the last answer is kept on the phone; null keeps nothing. Another name is another read. */
  name: string | null
  load: () => Promise<T>
  /** Loads again whenever the page comes back into view; true unless told. */
  onShow?: boolean
}

const kept = <T>(name: string | null) => (name === null ? null : cache.read<T>(name))

/**
 * What a page shows of one action's answer: at once what the phone kept of it, then what the server says now. Without a network the
 * kept answer stays and is marked as stale.
 */
export function useRead<T>({ name, load, onShow = true }: ReadOptions<T>): Read<T> & { reload: () => Promise<void> } {
  const [shown, setShown] = useState(() => ({ name, read: readStarted<T>(kept<T>(name)) }))
  const turn = useRef(0)
  const loading = useRef(load)
  loading.current = load

  const reload = useCallback(async () => {
    const mine = ++turn.current
    const set = (read: (before: Read<T>) => Read<T>) => {
      // An answer that a later question has overtaken is not shown.
      if (mine === turn.current) setShown((before) => ({ name, read: read(before.read) }))
    }
    try {
      const cached = await fetchKept(name, loading.current)
      set(() => readSucceeded(cached))
    } catch (thrown) {
      set((before) => readFailed(before, CallError.from(thrown)))
    }
  }, [name])

  useEffect(() => {
    setShown((before) => (before.name === name ? before : { name, read: readStarted<T>(kept<T>(name)) }))
    void reload()
  }, [name, reload])

  const first = useRef(true)
  useDidShow(() => {
    if (onShow && !first.current) void reload()
    first.current = false
  })

  const retry = useCallback(() => {
    setShown((before) => ({ ...before, read: { ...before.read, loading: true } }))
    return reload()
  }, [reload])
  const read = shown.name === name ? shown.read : readStarted<T>(kept<T>(name))
  return { ...read, reload: retry }
}
