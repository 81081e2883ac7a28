import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Persona } from '../personas'
import type { SignedTokens } from '../signed-tokens'
import type { Store } from '../store/store'
import { HttpError } from './http'

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

interface Login {
  openid: string
  nonce: string
}

/** Who is logged in: a token is a random, signed note of the openid, so it holds as long as the data folder does. */
export class Logins {
  constructor(
    private readonly store: Store,
    private readonly tokens: SignedTokens,
  ) {}

  personas(): Persona[] {
    return this.store.note<Persona[]>(personasKey) ?? []
  }

  async setPersonas(personas: readonly Persona[]): Promise<void> {
    await this.store.putNote(personasKey, personas)
  }

  /** A token for a persona or, in this local cloud, for any openid. */
  login(body: Record<string, unknown>): string {
    return this.tokens.issue({ openid: this.openidFor(body), nonce: randomBytes(12).toString('hex') } satisfies Login)
  }

  private openidFor({ persona, openid }: Record<string, unknown>): string {
    if (typeof openid === 'string') {
      // The SDK reads all-digit identities as numbers.
      if (!/^[\w-]{1,64}$/.test(openid) || /^-?\d+$/.test(openid)) {
        throw new HttpError(400, 'openid: 1 to 64 of a-z, 0-9, _ and -, not all digits')
      }
      return openid
    }
    const found = this.personas().find(({ id }) => id === persona)
    if (!found) throw new HttpError(404, `no persona "${String(persona)}"; GET /local/personas lists them`)
    return found.openid
  }

  /** The openid of the request's bearer token. */
  openidOf(request: IncomingMessage): string {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
    const login = this.tokens.read<Login>(token)
    if (login === undefined) throw new HttpError(401, 'log in first: POST /local/login gives a token')
    return login.openid
  }
}
