import Taro from '@tarojs/taro'

/** See update.d.ts. Source: wx.getUpdateManager (basic library 1.9.90). */
export function onUpdateReady(listener: (apply: () => void) => void): void {
  if (typeof Taro.getUpdateManager !== 'function') return
  const manager = Taro.getUpdateManager()
  manager.onUpdateReady(() => listener(() => manager.applyUpdate()))
}
