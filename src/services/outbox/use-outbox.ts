import Taro, { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { outbox } from './outbox'
import type { OutboxState } from './outbox.shared'

/** Keeps the outbox going: sends what waits when the app opens, when it comes back, and when the network does. For the app's root. */
export function useOutbox(): void {
  useDidShow(() => void outbox.flush(true))
  useEffect(() => {
    const onNetwork = ({ isConnected }: { isConnected: boolean }) => {
      if (isConnected) void outbox.flush(true)
    }
    Taro.onNetworkStatusChange(onNetwork)
    return () => Taro.offNetworkStatusChange(onNetwork)
  }, [])
}

/** What waits in the outbox, as it changes. */
export function useOutboxState(): OutboxState {
  const [state, setState] = useState(outbox.read)
  useEffect(() => outbox.subscribe(() => setState(outbox.read())), [])
  useDidShow(() => setState(outbox.read()))
  return state
}
