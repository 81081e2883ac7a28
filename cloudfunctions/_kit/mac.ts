import { createHmac } from 'node:crypto'

/** HMAC-SHA256, base64url: the keyed hash that the rules of check-in codes ask for. */
export const mac = (key: string, message: string): string =>
  createHmac('sha256', key).update(message).digest('base64url')
