import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Persona } from '../personas'
import type { Store } from '../store/store'
import { HttpError } from './http'

const tokensKey = 'tokens'
const personasKey = 'personas'

/** Refuses pages of other sites: a foreign Host (DNS rebinding) or a foreign Origin. */
export const checkOrigin = (request: IncomingMessage): void => {
  const { host = '', origin } = request.headers
  const name = host.replace(/:\d+$/, '')
  if (name !== '127.0.0.1' && name !== 'localhost') throw new HttpError(403, 'this cloud answers at 127.0.0.1 only')
  if (origin !== undefined && origin !== `http://${host}`)
    throw new HttpError(403, 'requests of other sites are refused')
}

/** Fixtures and recounts need a header that a page of another site cannot send by itself. */
export const checkAdmin = (request: IncomingMessage): void => {
  if (request.headers['x-local-admin'] !== '1') throw new HttpError(403, 'needs the header x-local-admin: 1')
}

/** Who is logged in: random tokens, kept so that they survive a restart. */
export class Logins {
  private readonly tokens: Map<string, string>

  constructor(private readonly store: Store) {
    this.tokens = new Map(store.note<[string, string][]>(tokensKey) ?? [])
  }

  personas(): Persona[] {
    return this.store.note<Persona[]>(personasKey) ?? []
  }

  async setPersonas(personas: readonly Persona[]): Promise<void> {
    await this.store.putNote(personasKey, personas)
  }

  /** A token for a persona or, in this local cloud, for any openid. */
  async login(body: Record<string, unknown>): Promise<string> {
    const openid = this.openidFor(body)
    const token = randomBytes(24).toString('base64url')
    this.tokens.set(token, openid)
    await this.store.putNote(tokensKey, [...this.tokens])
    return token
  }

  private openidFor({ persona, openid }: Record<string, unknown>): string {
    if (typeof openid === 'string') {
      // The SDK reads all-digit identities as numbers.
      if (!/^[\w-]{1,64}$/.test(openid) || /^-?\d+$/.test(openid))
        throw new HttpError(400, 'openid: 1 to 64 of a-z, 0-9, _ and -, not all digits')
      return openid
    }
    const found = this.personas().find(({ id }) => id === persona)
    if (!found) throw new HttpError(404, `no persona "${String(persona)}"; GET /local/personas lists them`)
    return found.openid
  }

  /** The openid of the request's bearer token. */
  openidOf(request: IncomingMessage): string {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
    const openid = token === undefined ? undefined : this.tokens.get(token)
    if (openid === undefined) throw new HttpError(401, 'log in first: POST /local/login gives a token')
    return openid
  }
}
