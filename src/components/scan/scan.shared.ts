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

/** Why a scan led nowhere. */
export type ScanTrouble = 'not ours' | 'no camera'

/** What to do instead. `digits` says where the six digits are typed from here. */
export const troubleWords = (trouble: ScanTrouble, digits: string): string =>
  trouble === 'not ours'
    ? `这不是签到码。请扫书记手机上的主题党日签到码，或${digits}。`
    : `打不开相机。请在手机设置里允许微信用相机，或${digits}。`
