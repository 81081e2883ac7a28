import Taro from '@tarojs/taro'

/** How much this phone keeps for the app, in KB; null where the platform does not say. */
export function storageKb(): number | null {
  try {
    const { currentSize } = Taro.getStorageInfoSync()
    return Number.isFinite(currentSize) ? Math.ceil(currentSize) : null
  } catch {
    return null
  }
}
