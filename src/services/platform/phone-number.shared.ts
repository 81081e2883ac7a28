/** What WeChat's button says after it was pressed: `code` for the server, or why there is none. */
export interface PhoneAnswer {
  readonly code?: string
  readonly errMsg?: string
  readonly errno?: number
}

/** `denied`: the person said no, or closed the question. `unavailable`: WeChat cannot ask (quota used up, no right, an old WeChat). */
export type PhoneOutcome = { readonly code: string } | { readonly failed: 'denied' | 'unavailable' }

/** Source: WeChat, 手机号快速验证组件: `code` since basic library 2.21.2; errno 1400001: the quota is used up. */
export function phoneOutcome({ code, errMsg = '', errno }: PhoneAnswer): PhoneOutcome {
  if (code) return { code }
  const denied = errno === undefined && /deny|cancel|denied|not authorized/i.test(errMsg)
  return { failed: denied ? 'denied' : 'unavailable' }
}
