import cloud from 'wx-server-sdk'
// it initialises the SDK
import './database'

/** What WeChat says of a phone number. */
interface PhoneNumberAnswer {
  phoneInfo?: { purePhoneNumber?: string; countryCode?: string | number }
}

/** What WeChat's content check found. */
export interface MessageCheck {
  suggest: string
  label: number
}

interface OpenApi {
  security: {
    msgSecCheck(params: { content: string; version: 2; scene: number; openid: string }): Promise<{
      result?: Partial<MessageCheck>
    }>
  }
  subscribeMessage: {
    send(params: {
      touser: string
      templateId: string
      page?: string
      data: Readonly<Record<string, { readonly value: string }>>
    }): Promise<unknown>
  }
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

/** What is written here is a comment to what was learned or done: WeChat's scene 2 (评论). */
const SCENE = 2
/** Well below the function's own time limit: whoever writes is not kept waiting for a check that hangs. */
const PATIENCE_MS = 5000
/** The older answer for a text that is not allowed. */
const RISKY_CONTENT = 87014
const VIOLATION = 20006

/**
 * WeChat's check (version 2) of a text of at most 2,500 characters. null: it gave no answer: busy, no quota or permission left, or the
 * writer was not here within two hours.
 */
export async function checkMessage(openid: string, content: string): Promise<MessageCheck | null> {
  const { security } = cloud.openapi as unknown as OpenApi
  let timer: NodeJS.Timeout | undefined
  const impatience = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PATIENCE_MS)
  })
  try {
    const answer = await Promise.race([security.msgSecCheck({ content, version: 2, scene: SCENE, openid }), impatience])
    const { suggest, label } = answer?.result ?? {}
    return suggest === undefined || label === undefined ? null : { suggest, label: Number(label) }
  } catch (error) {
    const { errCode } = error as { errCode?: number }
    return errCode === RISKY_CONTENT ? { suggest: 'risky', label: VIOLATION } : null
  } finally {
    clearTimeout(timer)
  }
}

/** The person has taken the permission back, or used it up. Source: WeChat's list of return codes for `subscribeMessage.send`. */
const REFUSED = 43101

export interface SubscribeMessage {
  readonly openid: string
  /** WeChat's id of the template. */
  readonly templateId: string
  readonly page: string
  readonly data: Readonly<Record<string, { readonly value: string }>>
}

/** Sends one message for which the person has given one permission. refused: there is none left; failed: it could not be sent, for another reason. */
export async function sendMessage(
  { openid, ...message }: SubscribeMessage,
  tell: (error: unknown) => void,
): Promise<'sent' | 'refused' | 'failed'> {
  try {
    await (cloud.openapi as unknown as OpenApi).subscribeMessage.send({ touser: openid, ...message })
    return 'sent'
  } catch (error) {
    if ((error as { errCode?: number }).errCode === REFUSED) return 'refused'
    tell(error)
    return 'failed'
  }
}
