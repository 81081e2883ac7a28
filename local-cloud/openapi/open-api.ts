/** One call of an open API by a function. */
export interface OpenApiCall {
  /** Parameters, names in snake_case as on the wire. */
  input: Record<string, unknown>
  /** The cloud's time, epoch ms. */
  now: number
}

export type OpenApiAnswer =
  /** WeChat's own answer: `errcode` 0, or its code and words. */
  | { json: Record<string, unknown> }
  /** A file. */
  | { buffer: Buffer; contentType: string }
  /** A refusal before the API was reached, e.g. -604101. */
  | { systemError: number }

export type OpenApi = (call: OpenApiCall) => OpenApiAnswer | Promise<OpenApiAnswer>

export const ok = (fields: Record<string, unknown> = {}): OpenApiAnswer => ({
  json: { errcode: 0, errmsg: 'ok', ...fields },
})

/** A refusal as WeChat words it: its code, its words. */
export const refused = (errcode: number, errmsg: string): OpenApiAnswer => ({ json: { errcode, errmsg } })

/** Codes that several APIs share. */
export const invalidOpenid = () => refused(40003, 'invalid openid')
export const invalidData = (what: string) => refused(47001, `data format error: ${what}`)

export const isOpenid = (value: unknown): value is string => typeof value === 'string' && /^[\w-]{1,64}$/.test(value)
