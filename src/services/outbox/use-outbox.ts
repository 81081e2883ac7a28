import Taro, { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { isOnline, onOnline } from '../online'
import { closeAllRunOut } from '../quiz-close'
import { outbox } from './outbox'
import type { OutboxState } from './outbox.shared'

function send(): void {
  void outbox.flush(true)
  void closeAllRunOut()
}

/** WeChat tells when a weak network has become a usable one; older versions and the browser do not. Returns how to stop listening. */
function onBetterNetwork(listener: () => void): () => void {
  if (process.env.TARO_ENV !== 'weapp') return () => {}
  const heard = ({ weakNet }: { weakNet: boolean }) => {
    if (!weakNet) listener()
  }
  try {
    Taro.onNetworkWeakChange(heard)
    return () => Taro.offNetworkWeakChange(heard)
  } catch {
    return () => {}
  }
}

/** Keeps the outbox going: sends what waits when the app opens, when it comes back, and when the network does. For the app's root. */
export function useOutbox(): void {
  useDidShow(send)
  useEffect(() => {
    const offOnline = onOnline(() => {
      if (isOnline()) send()
    })
    const offBetter = onBetterNetwork(send)
    return () => {
      offOnline()
      offBetter()
    }
  }, [])
}

/** What waits in the outbox, as it changes. */
export function useOutboxState(): OutboxState {
  const [state, setState] = useState(outbox.read)
  useEffect(() => outbox.subscribe(() => setState(outbox.read())), [])
  useDidShow(() => setState(outbox.read()))
  return state
}
