import { createHmac, timingSafeEqual } from 'node:crypto'

/** One run of a function: who began it and how it came about. */
export interface Invocation {
  /** Of this run. */
  id: string
  /** Of the call from outside that this run belongs to; nested calls share it, and their database requests are counted together. */
  rootId: string
  functionName: string
  /** Empty when no client began the call. */
  openid: string
  /** `wx_client`, `wx_trigger`, or chained: `wx_client,scf`. */
  source: string
}

/** Signs and reads WX_API_TOKEN, by which the cloud knows on whose behalf a request of a function comes. */
export class InvocationTokens {
  constructor(private readonly key: Buffer) {}

  private sign(body: string): Buffer {
    return createHmac('sha256', this.key).update(body).digest()
  }

  issue(invocation: Invocation): string {
    const body = Buffer.from(JSON.stringify(invocation)).toString('base64url')
    return `${body}.${this.sign(body).toString('base64url')}`
  }

  /** The invocation, or undefined for anything that this cloud has not signed. */
  read(token: unknown): Invocation | undefined {
    if (typeof token !== 'string') return undefined
    const [body = '', signature = ''] = token.split('.')
    const given = Buffer.from(signature, 'base64url')
    const expected = this.sign(body)
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
    return JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Invocation
  }
}
