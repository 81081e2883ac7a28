import Taro from '@tarojs/taro'
import { createSignal } from './signal.shared'

const changed = createSignal()
let online = true
let watching = false

function set(next: boolean): void {
  if (next === online) return
  online = next
  changed.notify()
}

function watch(): void {
  if (watching) return
  watching = true
  if (process.env.TARO_ENV === 'h5') {
    // Taro asks navigator.connection there, which says nothing of the kind in most browsers.
    online = navigator.onLine
    window.addEventListener('online', () => set(true))
    window.addEventListener('offline', () => set(false))
    return
  }
  void Taro.getNetworkType({ success: ({ networkType }) => set(networkType !== 'none') })
  Taro.onNetworkStatusChange(({ isConnected }) => set(isConnected))
}

/** Whether the phone says that it has a network. It may be wrong: calls tell. */
export function isOnline(): boolean {
  watch()
  return online
}

/** Tells when the network goes or comes. */
export function onOnline(listener: () => void): () => void {
  watch()
  return changed.subscribe(listener)
}
