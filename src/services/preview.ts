import { readToken } from './session/session'
import { CallError } from './transport/call-error'
import { within } from './transport/within.shared'

/** Someone to try the preview as. */
export interface Persona {
  readonly id: string
  readonly title: string
  readonly description: string
}

async function ask<T>(path: string, body?: object): Promise<T> {
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${readToken() ?? ''}` }
  const init = body && { method: 'POST', headers, body: JSON.stringify(body) }
  try {
    const response = await within(15_000, fetch(path, init))
    if (!response.ok) throw new Error(`status ${response.status}`)
    return (await response.json()) as T
  } catch {
    throw CallError.offline()
  }
}

/** The local cloud's door for people: only the preview in a browser knows it. */
export const preview = {
  personas: async () => (await ask<{ personas: Persona[] }>('/local/personas')).personas,
  login: async (personaId: string) => (await ask<{ token: string }>('/local/login', { persona: personaId })).token,
  /** Stands for WeChat's button: the code that it would give the person with this number. */
  phoneCode: async (phone: string) => (await ask<{ code: string }>('/local/phone-code', { phone })).code,
  /** Stands for WeChat's question: one more message of each of these kinds is allowed. */
  allowMessages: (templateIds: readonly string[]) => ask<unknown>('/local/consent', { templateIds }),
}
