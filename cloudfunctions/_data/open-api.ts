import cloud from 'wx-server-sdk'
// it initialises the SDK
import './database'

/** What WeChat says of a phone number. */
interface PhoneNumberAnswer {
  phoneInfo?: { purePhoneNumber?: string; countryCode?: string | number }
}

interface OpenApi {
  phonenumber: { getPhoneNumber(params: { code: string; openid: string }): Promise<PhoneNumberAnswer> }
}

/** 40029: no such code, 40163: used already, 41008: none, 40003: not given to this openid. Source: WeChat's list of return codes for `getPhoneNumber`. */
const SPENT = [40029, 40163, 41008, 40003]

export type VerifiedPhone =
  | { ok: true; number: string; country: string }
  /** The code ran out, was used or never was; or WeChat is too busy to say. */
  | { ok: false; reason: 'spent' | 'busy' }

/** The phone number that WeChat verified, for a code of the `getPhoneNumber` button that was given to this openid. Asking costs money. */
export async function verifiedPhone(code: string, openid: string): Promise<VerifiedPhone> {
  try {
    const { phoneInfo } = await (cloud.openapi as unknown as OpenApi).phonenumber.getPhoneNumber({ code, openid })
    if (!phoneInfo?.purePhoneNumber) throw new Error('WeChat gave no phone number')
    return { ok: true, number: phoneInfo.purePhoneNumber, country: String(phoneInfo.countryCode ?? 86) }
  } catch (error) {
    const { errCode } = error as { errCode?: number }
    if (errCode !== undefined && SPENT.includes(errCode)) return { ok: false, reason: 'spent' }
    // -1: the platform's own "system busy"; 45011: too often in a minute
    if (errCode === -1 || errCode === 45011) return { ok: false, reason: 'busy' }
    throw error
  }
}
