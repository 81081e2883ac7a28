import { CallError } from './transport/call-error'
import { within } from './transport/within.shared'

/** Someone to try the preview as. */
export interface Persona {
  readonly id: string
  readonly title: string
  readonly description: string
}

async function ask<T>(path: string, body?: object): Promise<T> {
  const init = body && { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
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
}
