import type { Kv } from '../storage/kv.shared'
import type { OutboxState, Parcel, Refusal } from './outbox.shared'

/** Where the order of the parcels and the refusals stand. */
export const INDEX = 'outbox-index'
/** What the key of each parcel begins with. */
export const BODY = 'outbox-parcel:'
export const bodyKey = (id: string): string => `${BODY}${id}`

export interface Body {
  readonly parcel: Parcel
  readonly input: unknown
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const texts = (value: Record<string, unknown>, ...names: string[]) =>
  names.every((name) => typeof value[name] === 'string')

/** A parcel as any version may have stored it; null: not to be made out. */
export function readParcel(value: unknown): Parcel | null {
  if (!isRecord(value) || !texts(value, 'id', 'key', 'kind')) return null
  const number = (name: string) => (typeof value[name] === 'number' ? (value[name] as number) : 0)
  return {
    id: value.id as string,
    key: value.key as string,
    kind: value.kind as Parcel['kind'],
    title: typeof value.title === 'string' ? value.title : '',
    storedAt: number('storedAt'),
    tries: number('tries'),
    notBefore: number('notBefore'),
    after: listOf(value.after).filter((key): key is string => typeof key === 'string'),
  }
}

const readRefusal = (value: unknown): Refusal | null =>
  isRecord(value) && texts(value, 'id', 'key', 'kind', 'title', 'code', 'message')
    ? (value as unknown as Refusal)
    : null

const present = <T>(value: T | null): value is T => value !== null

/** Parcels and refusals as any version may have stored them; what cannot be made out is left out. */
export const readState = (value: unknown): OutboxState => ({
  parcels: isRecord(value) ? listOf(value.parcels).map(readParcel).filter(present) : [],
  refusals: isRecord(value) ? listOf(value.refusals).map(readRefusal).filter(present) : [],
})

/** A stored parcel with what it says; null: it is not there. */
export function readBody(kv: Kv, id: string): Body | null {
  const body = kv.read<unknown>(bodyKey(id))
  const parcel = isRecord(body) ? readParcel(body.parcel) : null
  return isRecord(body) && parcel ? { parcel, input: body.input } : null
}

/** Whether the index now says so. */
export const writeIndex = (kv: Kv, { parcels, refusals }: OutboxState): boolean =>
  kv.write(INDEX, { parcels, refusals })
