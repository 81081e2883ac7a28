import Taro from '@tarojs/taro'
import type { PrivacyRequest } from './privacy'

type Listener = (request: PrivacyRequest) => void

let listener: Listener | null = null
let listening = false

/** WeChat has no way to stop listening: it is told once, and asks whoever listens now. Without anyone the API must not wait for ever. */
function listen(): void {
  // basic library 2.32.3; an older WeChat asks by itself
  if (listening || typeof Taro.onNeedPrivacyAuthorization !== 'function') return
  listening = true
  Taro.onNeedPrivacyAuthorization((resolve) => {
    if (listener === null) return resolve({ event: 'disagree' })
    listener({
      shown: () => resolve({ event: 'exposureAuthorization' }),
      agree: (buttonId) => resolve({ event: 'agree', buttonId }),
      disagree: () => resolve({ event: 'disagree' }),
    })
  })
}

/** See privacy.d.ts. */
export function onPrivacyNeeded(next: Listener): () => void {
  listener = next
  listen()
  return () => {
    if (listener === next) listener = null
  }
}

export const openPrivacyContract = (): Promise<boolean> =>
  new Promise((resolve) => {
    Taro.openPrivacyContract({ success: () => resolve(true), fail: () => resolve(false) })
  })
