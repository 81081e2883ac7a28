import { createHash, randomBytes } from 'node:crypto'
import { findById, insertOnce } from './database'
import type { SecretDoc } from './documents'

const fingerprint = (pepper: string): string | null =>
  pepper === '' ? null : createHash('sha256').update(`pepper.${pepper}`).digest('base64url').slice(0, 16)

/** Of a warm instance: a key never changes. */
const kept = new Map<string, string>()

/**
 * A key of this environment, made on first use. When the environment variable SECRET_PEPPER is set, it is part of the key, so that a copy of the database
 * alone is of no use. It is set before the first use and never changed: throws when it is not the one with which the key was made, instead of quietly
 * matching nothing any more.
 */
export async function secretKey(name: string): Promise<string> {
  const pepper = process.env.SECRET_PEPPER ?? ''
  const known = kept.get(name)
  if (known !== undefined) return known
  const fresh: SecretDoc = { _id: name, key: randomBytes(32).toString('base64url'), pepper: fingerprint(pepper) }
  const stored =
    (await findById<SecretDoc>('secrets', name)) ??
    ((await insertOnce('secrets', fresh)) === 'inserted' ? fresh : await findById<SecretDoc>('secrets', name))
  if (!stored) throw new Error('a secret vanished')
  if (stored.pepper !== fingerprint(pepper))
    throw new Error('SECRET_PEPPER is not the one with which the keys were made')
  const key = stored.key + pepper
  kept.set(name, key)
  return key
}
