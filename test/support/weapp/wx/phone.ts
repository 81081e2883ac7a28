/** What stays when the app is killed: the phone in somebody's hand. */
export interface Phone {
  /** The app's storage: JSON texts by key. */
  readonly storage: Map<string, string>
  networkType: 'wifi' | '4g' | '2g' | 'none'
  /** The text size that is set in WeChat: 1 is normal, 1.4 the largest that it scales to. */
  readonly fontSizeScaleFactor: number
  /** `refused`: the system lets WeChat not use the camera. `broken`: the scanner does not even open. */
  camera: 'works' | 'refused' | 'broken'
  /** Whether the person has agreed that personal data be touched. */
  privacy: 'unasked' | 'agreed'
}

export const createPhone = (set: Partial<Omit<Phone, 'storage'>> = {}): Phone => ({
  storage: new Map(),
  networkType: '4g',
  fontSizeScaleFactor: 1,
  camera: 'works',
  privacy: 'agreed',
  ...set,
})

const device = { brand: 'devtools', model: '示例手机', platform: 'android', system: 'Android 13', pixelRatio: 2 }
const screen = { windowWidth: 390, windowHeight: 780, screenWidth: 390, screenHeight: 844, statusBarHeight: 24 }

/** What WeChat says about the phone and about itself. */
export function createDevice(phone: Phone) {
  const { fontSizeScaleFactor } = phone
  const host = { SDKVersion: '3.10.0', version: '8.0.60', language: 'zh_CN', fontSizeScaleFactor }
  return {
    getSystemInfoSync: () => ({ ...device, ...screen, ...host }),
    getWindowInfo: () => ({ ...screen }),
    getDeviceInfo: () => ({ ...device }),
    getAppBaseInfo: () => ({ ...host }),
    // may change while the app is open: in the system's settings
    getAppAuthorizeSetting: () => ({ cameraAuthorized: phone.camera === 'refused' ? 'denied' : 'authorized' }),
  }
}
