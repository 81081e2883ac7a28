import { CloudError } from '../errors'
import type { Invocation } from '../runtime/invocation'

/** A request of the SDK after the envelope was read. */
export interface WireRequest {
  /** `database.getDocument`, `functions.invokeFunction`, … */
  action: string
  params: Record<string, unknown>
  /** On whose behalf: the invocation whose signed token came with the request. */
  invocation: Invocation
  /** The cloud's time when it arrived, epoch ms. */
  now: number
}

/** Handlers by action name. The result becomes the answer's body beside the requestId. */
export type WireActions = Record<
  string,
  (request: WireRequest) => Promise<Record<string, unknown>> | Record<string, unknown>
>

export const textParam = (params: Record<string, unknown>, name: string): string => {
  const value = params[name]
  if (typeof value !== 'string' || value === '')
    throw new CloudError('INVALID_PARAM', `${name} must be a nonempty string`)
  return value
}

export const numberParam = (params: Record<string, unknown>, name: string): number | undefined => {
  const value = params[name]
  if (value === undefined) return undefined
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
    throw new CloudError('INVALID_PARAM', `${name} must be a whole number`)
  }
  return value
}
