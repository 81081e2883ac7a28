import { _, find, findById, insertOnce, isIn, MOST_ROWS, remove, update, whole } from './database'
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

/** Notes a consent given. */
export const noteConsent = ({ personId, version, at }: Pick<ConsentDoc, 'personId' | 'version' | 'at'>) =>
  insertOnce('consents', { _id: `${personId}.${at}.given`, personId, event: 'given', version, at } satisfies ConsentDoc)

/** Notes that a binding was ended by the person, once however often that is asked; `deleted` if any of the calls said so. */
export async function noteWithdrawal({ personId, boundAt, consent }: BindingDoc, at: number, deleted: boolean) {
  const _id = `${personId}.${boundAt}.withdrawn`
  const line: ConsentDoc = { _id, personId, event: 'withdrawn', version: consent?.version ?? '', at, deleted }
  if ((await insertOnce('consents', line)) === 'exists' && deleted) await update('consents', { _id }, { deleted })
}

/** People who withdrew since an instant and wanted their own writings deleted; at most 1,000. */
export async function leftWithWritings(since: number): Promise<string[]> {
  const where = { event: 'withdrawn', at: _.gte(since), deleted: true }
  const left = await find<ConsentDoc>('consents', where, { limit: MOST_ROWS, fields: ['personId'] })
  const personIds = [...new Set(left.map(({ personId }) => personId))]
  if (personIds.length === 0) return []
  const back = await find<BindingDoc>('bindings', { personId: isIn(personIds) }, { limit: MOST_ROWS })
  return personIds.filter((id) => !back.some(({ personId }) => personId === id))
}

/** The WeChat identities of people, by person; at most 1,000 people. */
export async function findBindingsOf(personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map()
  const found = await find<BindingDoc>(
    'bindings',
    { personId: isIn(personIds) },
    { limit: MOST_ROWS, fields: ['personId'] },
  )
  return new Map(found.map(({ _id, personId }) => [personId, _id]))
}
