import { find, findById, insertOnce, remove, update, whole } from './database'
import type { BindingDoc, ConsentDoc } from './documents'

type ConsentOfBinding = NonNullable<BindingDoc['consent']>

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

/** Puts a newer consent in the place of an older one. */
export const renewBinding = ({ _id, personId }: Pick<BindingDoc, '_id' | 'personId'>, consent: ConsentOfBinding) =>
  update('bindings', { _id, personId }, { consent: whole(consent) })

/** Notes a consent given or withdrawn. */
export const noteConsent = (consent: Omit<ConsentDoc, '_id'>) =>
  insertOnce('consents', { _id: `${consent.personId}.${consent.at}.${consent.event}`, ...consent } satisfies ConsentDoc)
