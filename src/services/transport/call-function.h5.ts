import type { FunctionName } from '@/contracts/action'
import { errorTable } from '@/contracts/errors'
import { readToken } from '../session/session'
import type { FunctionRequest } from './call-function'

/** In WeChat the kit says this itself; here the door does. */
const notSignedIn = { ok: false, error: { code: 'NOT_SIGNED_IN', message: errorTable.NOT_SIGNED_IN.message } }

/**
 * See call-function.d.ts. In a browser the local cloud answers on the same origin, with the body that `wx.cloud.callFunction` resolves
 * to (`{ result, … }`) or rejects with (`{ errCode, errMsg }`); the token says who is calling.
 */
export async function callFunction(fn: FunctionName, request: FunctionRequest): Promise<unknown> {
  const token = readToken()
  if (token === null) return notSignedIn
  const response = await fetch(`/call/${fn}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify(request),
  })
  if (response.status === 401) return notSignedIn
  const body = (await response.json()) as { result?: unknown; errCode?: number }
  if (body.errCode !== undefined) throw body
  return body.result
}
