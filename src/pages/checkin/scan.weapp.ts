import Taro from '@tarojs/taro'

/** See scan.d.ts. */
export const canScan = true

export async function scan(): Promise<string | null> {
  try {
    const { result } = await Taro.scanCode({ onlyFromCamera: false, scanType: ['qrCode'] })
    return result
  } catch {
    // Calling it off rejects, too; there is nothing to tell then.
    return null
  }
}
