import Taro from '@tarojs/taro'

/** Who the preview in a browser is at the moment. In WeChat there is none: the platform says who calls. */
export interface Session {
  readonly token: string
  readonly personaId: string
}

const KEY = 'session'

export function readSession(): Session | null {
  if (process.env.TARO_ENV === 'weapp') return null
  const value: unknown = Taro.getStorageSync(KEY)
  return value ? (value as Session) : null
}

export const readToken = (): string | null => readSession()?.token ?? null

export function writeSession(session: Session): void {
  Taro.setStorageSync(KEY, session)
}
