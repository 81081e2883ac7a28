import Taro from '@tarojs/taro'
import { failedScan, type Scanned } from './scan.shared'

/** See scan.d.ts. */
export const canScan = true

/** An Android phone says of a camera that it may not use what it says of one that was closed; WeChat knows which (basic library 2.20.1). */
function isRefused(): boolean {
  if (typeof Taro.getAppAuthorizeSetting !== 'function') return false
  try {
    return Taro.getAppAuthorizeSetting().cameraAuthorized === 'denied'
  } catch {
    return false
  }
}

/** From the camera only: a picture of the code that was passed on says nothing of where its bearer is. */
export async function scan(): Promise<Scanned> {
  try {
    const { result } = await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] })
    return { text: result }
  } catch (thrown) {
    return isRefused() ? { failed: 'no camera' } : failedScan(thrown)
  }
}

/** The phone's own switch for WeChat's camera: basic library 2.25.3. */
export const hasCameraSettings = (): boolean => typeof Taro.openAppAuthorizeSetting === 'function'

export async function openCameraSettings(): Promise<void> {
  try {
    await Taro.openAppAuthorizeSetting({})
  } catch {
    // They find it by themselves, or type the digits.
  }
}
