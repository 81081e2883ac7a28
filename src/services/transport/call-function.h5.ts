import type { FunctionName } from '@/contracts/action'
import { readToken } from '../session/session'
import type { FunctionRequest } from './call-function'

/** See call-function.d.ts. In a browser the local cloud answers on the same origin; the token says who is calling. */
export async function callFunction(fn: FunctionName, request: FunctionRequest): Promise<unknown> {
  const token = readToken()
  const response = await fetch(`/call/${fn}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(request),
  })
  const text = await response.text()
  try {
    return JSON.parse(text) as unknown
  } catch {
    // A gateway that answers with a page instead of an envelope is as good as no network.
    throw new Error(`no envelope, status ${response.status}`)
  }
}
