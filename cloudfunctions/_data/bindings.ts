import { find, findById, insertOnce, remove } from './database'
import type { BindingDoc, ConsentDoc } from './documents'

export const findBinding = (openid: string) => findById<BindingDoc>('bindings', openid)

/** The WeChat identity of a person; null when there is none. */
export async function findBindingOf(personId: string): Promise<BindingDoc | null> {
  const [binding] = await find<BindingDoc>('bindings', { personId }, { limit: 1 })
  return binding ?? null
}

/** Binds, unless the identity or the person is bound already: `exists`. */
export const addBinding = (binding: BindingDoc) => insertOnce('bindings', binding)

/** Ends a binding of just these two: one that was made in the meantime stands. */
export const removeBinding = ({ _id, personId }: Pick<BindingDoc, '_id' | 'personId'>) =>
  remove('bindings', { _id, personId })

/** Notes a consent given or withdrawn. */
export const noteConsent = (consent: Omit<ConsentDoc, '_id'>) =>
  insertOnce('consents', { _id: `${consent.personId}.${consent.at}.${consent.event}`, ...consent } satisfies ConsentDoc)
