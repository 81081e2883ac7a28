import { randomUUID } from 'node:crypto'
import cloud from 'wx-server-sdk'

/** Who calls, by the platform's word. Nothing in the event is believed about identity. */
export interface PlatformContext {
  /** Empty unless a client began the call. */
  readonly openid: string
  /** `wx_client`, `wx_trigger`, …, chained by commas for calls between functions. */
  readonly source: string
  readonly requestId: string
}

export function platformContext(invocation: unknown): PlatformContext {
  const { OPENID, SOURCE } = cloud.getWXContext() as { OPENID?: string; SOURCE?: string }
  const { request_id: requestId } = (invocation ?? {}) as { request_id?: string }
  return { openid: OPENID ?? '', source: SOURCE ?? '', requestId: requestId ?? randomUUID() }
}
