import Taro from '@tarojs/taro'
import { createSignal } from '../signal.shared'
import { deviceKv } from '../storage/kv'

const KEY = 'large-text'
const changed = createSignal()
let current: boolean | null = null

/** From this scale on, the person has asked WeChat itself for large text. */
const LARGE_SCALE = 1.2

/** Whether WeChat's own text size is large; false where the platform does not say. */
function systemIsLarge(): boolean {
  if (process.env.TARO_ENV !== 'weapp') return false
  try {
    // Newer than Taro's types.
    const info: object = Taro.getAppBaseInfo()
    return 'fontSizeScaleFactor' in info && Number(info.fontSizeScaleFactor) >= LARGE_SCALE
  } catch {
    return false
  }
}

/** Whether texts are shown at 1.4 times their size: what the person chose here, else what WeChat is set to. */
export function readLargeText(): boolean {
  current ??= deviceKv.read<boolean>(KEY) ?? systemIsLarge()
  return current
}

export function setLargeText(large: boolean): void {
  current = large
  deviceKv.write(KEY, large)
  changed.notify()
}

export const onLargeText = changed.subscribe
