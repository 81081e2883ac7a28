import Taro from '@tarojs/taro'
import { failedScan, type Scanned } from './scan.shared'

/** See scan.d.ts. */
export const canScan = true

/** From the camera only: a picture of the code that was passed on says nothing of where its bearer is. */
export async function scan(): Promise<Scanned> {
  try {
    const { result } = await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] })
    return { text: result }
  } catch (thrown) {
    return failedScan(thrown)
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
