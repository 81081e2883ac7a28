import { createHmac, timingSafeEqual } from 'node:crypto'

/** Notes that only this cloud can have written. `purpose` keeps the tokens of one use from passing for those of another. */
export class SignedTokens {
  constructor(
    private readonly key: Buffer,
    private readonly purpose: string,
  ) {}

  private sign(body: string): Buffer {
    return createHmac('sha256', this.key).update(`${this.purpose}\n${body}`).digest()
  }

  issue(content: object): string {
    const body = Buffer.from(JSON.stringify(content)).toString('base64url')
    return `${body}.${this.sign(body).toString('base64url')}`
  }

  /** The content, or undefined for anything that was not signed here for this purpose. */
  read<T extends object>(token: unknown): T | undefined {
    if (typeof token !== 'string') return undefined
    const [body = '', signature = ''] = token.split('.')
    const given = Buffer.from(signature, 'base64url')
    const expected = this.sign(body)
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
    return JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as T
  }
}
