import * as v from 'valibot'
import { CheckInToken } from '@/contracts/themeday'

/** The token in what a camera read: the token itself, or an address that carries it as `token=…`. null: no code of ours. */
export function tokenIn(scanned: string): string | null {
  const text = scanned.trim()
  const inAddress = /[?&]token=([^&#]+)/.exec(text)?.[1]
  // None of a token's characters is ever escaped in an address.
  const token = inAddress ?? text
  return v.is(CheckInToken, token) ? token : null
}

/** The theme day that a token belongs to: its first part. */
export const themeDayIn = (token: string): string => token.slice(0, token.indexOf('.'))

/** Why a scan led nowhere. `closed`: the camera was closed; some phones say the same of one that may not be used. */
export type ScanTrouble = 'not ours' | 'no camera' | 'closed'

/** What to do instead. `digits` says where the six digits are typed from here. */
export function troubleWords(trouble: ScanTrouble, digits: string): string {
  switch (trouble) {
    case 'not ours':
      return `这不是签到码。请扫书记手机上的主题党日签到码，或${digits}。`
    case 'no camera':
      return `打不开相机。请在手机设置里允许微信用相机，或${digits}。`
    case 'closed':
      return `没有扫到签到码。相机打不开时，请在手机设置里允许微信使用相机，或${digits}。`
  }
}
