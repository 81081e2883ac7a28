import { randomBytes } from 'node:crypto'
import { Kept } from '../store/kept'
import type { Store } from '../store/store'
import { invalidOpenid, type OpenApi, ok, refused } from './open-api'

/** A code holds this long (ms). */
const codeTime = 5 * 60_000

interface IssuedCode {
  openid: string
  phone: string
  issuedAt: number
}

/** Codes that a client would get from the button 获取手机号; each is good once, for five minutes. */
export class PhoneCodes {
  private readonly kept: Kept<Record<string, IssuedCode>>

  constructor(store: Store) {
    this.kept = new Kept<Record<string, IssuedCode>>(store, 'phone-codes', {})
  }

  async issue(openid: string, phone: string, now: number): Promise<string> {
    const code = randomBytes(32).toString('hex')
    const fresh = Object.entries(this.kept.get()).filter(([, { issuedAt }]) => isFresh(issuedAt, now))
    await this.kept.set({ ...Object.fromEntries(fresh), [code]: { openid, phone, issuedAt: now } })
    return code
  }

  /** What the code stands for, once. */
  async use(code: unknown, now: number): Promise<IssuedCode | undefined> {
    const codes = this.kept.get()
    if (typeof code !== 'string' || !Object.keys(codes).includes(code)) return undefined
    const { [code]: issued, ...others } = codes
    await this.kept.set(others)
    return issued && isFresh(issued.issuedAt, now) ? issued : undefined
  }
}

const isFresh = (issuedAt: number, now: number) => now >= issuedAt - codeTime && now <= issuedAt + codeTime

/** Gives the telephone number for a code. Source: the platform's documents on phonenumber.getPhoneNumber. */
export const getPhoneNumber =
  (codes: PhoneCodes, appId: string): OpenApi =>
  async ({ input, now }) => {
    const issued = await codes.use(input.code, now)
    if (!issued) return refused(40029, 'invalid code')
    if (input.openid !== undefined && input.openid !== issued.openid) return invalidOpenid()
    const watermark = { timestamp: Math.floor(issued.issuedAt / 1000), appid: appId }
    return ok({
      phone_info: { phoneNumber: issued.phone, purePhoneNumber: issued.phone, countryCode: '86', watermark },
    })
  }
