import type { Kv } from '../storage/kv.shared'
import { emptyOutbox, type OutboxState, type Parcel, type Refusal } from './outbox.shared'

/** More than this is not kept: who has so much waiting has another problem, and every tap would write a long list. */
const MOST_PARCELS = 400
const INDEX = 'outbox-index'
const BODY = 'outbox-parcel:'
/** Where versions before the shelf kept everything in one growing value. */
const OLD = 'outbox'

interface Body {
  readonly parcel: Parcel
  readonly input: unknown
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const texts = (value: Record<string, unknown>, ...names: string[]) =>
  names.every((name) => typeof value[name] === 'string')

/** A parcel as any version may have stored it; null: not to be made out. */
function readParcel(value: unknown): Parcel | null {
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

/**
 * The outbox in storage: one key for each parcel with what it says, and one index with their order and what is refused. Each change is
 * one or two writes in such an order that the app may be killed between them:
 * - a parcel is written before the index names it; one that no index names is taken in at the next start,
 * - one that was acknowledged goes before the index forgets it; a name without a parcel is passed over,
 * - a refusal is in the index before its parcel goes; such a parcel is cleared away at the next start.
 */
export function createShelf(kv: Kv) {
  const bodyKey = (id: string) => `${BODY}${id}`

  const read = (): OutboxState => {
    const index = kv.read<unknown>(INDEX)
    if (!isRecord(index)) return emptyOutbox
    return {
      parcels: listOf(index.parcels).map(readParcel).filter(present),
      refusals: listOf(index.refusals).map(readRefusal).filter(present),
    }
  }

  const writeIndex = ({ parcels, refusals }: OutboxState): boolean => kv.write(INDEX, { parcels, refusals })

  const bodyOf = (id: string): Body | null => {
    const body = kv.read<unknown>(bodyKey(id))
    const parcel = isRecord(body) ? readParcel(body.parcel) : null
    return isRecord(body) && parcel ? { parcel, input: body.input } : null
  }

  /** What the version before kept in one value. */
  const takeOver = (): void => {
    const old = kv.read<unknown>(OLD)
    if (!isRecord(old)) return
    for (const value of listOf(old.parcels)) {
      const parcel = readParcel(value)
      if (parcel && isRecord(value)) kv.write(bodyKey(parcel.id), { parcel, input: value.input })
    }
    const state = read()
    const parcels = listOf(old.parcels).map(readParcel).filter(present)
    const known = new Set(state.parcels.map(({ id }) => id))
    const refusals = listOf(old.refusals).map(readRefusal).filter(present)
    const joined = {
      parcels: [...parcels.filter(({ id }) => !known.has(id)), ...state.parcels],
      refusals: [...refusals.filter(({ id }) => !state.refusals.some((one) => one.id === id)), ...state.refusals],
    }
    if (writeIndex(joined)) kv.drop(OLD)
  }

  /** Takes in what a killed app left between two writes. */
  const recover = (): void => {
    takeOver()
    const state = read()
    const named = new Set(state.parcels.map(({ id }) => id))
    const refused = new Set(state.refusals.map(({ id }) => id))
    const found: Parcel[] = []
    for (const key of kv.keys()) {
      if (!key.startsWith(BODY) || named.has(key.slice(BODY.length))) continue
      const body = bodyOf(key.slice(BODY.length))
      const replaced =
        body && state.parcels.some((other) => other.key === body.parcel.key && other.storedAt >= body.parcel.storedAt)
      if (body && !replaced && !refused.has(body.parcel.id)) found.push(body.parcel)
      else kv.drop(key)
    }
    const gone = state.parcels.filter(({ id }) => bodyOf(id) === null)
    if (found.length === 0 && gone.length === 0) return
    const kept = state.parcels.filter(
      (parcel) => !gone.includes(parcel) && !found.some((other) => other.key === parcel.key),
    )
    const parcels = [...kept, ...found].sort((a, b) => a.storedAt - b.storedAt)
    if (!writeIndex({ ...state, parcels })) return
    for (const { id } of state.parcels) if (!parcels.some((parcel) => parcel.id === id)) kv.drop(bodyKey(id))
  }

  return {
    read,
    recover,
    inputOf: (id: string): { readonly input: unknown } | null => bodyOf(id),
    /** Puts a parcel on the shelf; false: there is no room for it, and everything is as it was. */
    put(parcel: Parcel, input: unknown, next: OutboxState): boolean {
      const before = read()
      if (next.parcels.length > MOST_PARCELS) return false
      if (!kv.write(bodyKey(parcel.id), { parcel, input })) return false
      if (!writeIndex(next)) {
        kv.drop(bodyKey(parcel.id))
        return false
      }
      for (const { id, key } of before.parcels) if (key === parcel.key && id !== parcel.id) kv.drop(bodyKey(id))
      return true
    },
    /** Takes an acknowledged parcel off the shelf. */
    take(id: string, next: OutboxState): boolean {
      kv.drop(bodyKey(id))
      return writeIndex(next)
    },
    /** Keeps what changed without a parcel coming or going for good: a failure, a refusal, a refusal that was read. */
    note(next: OutboxState): boolean {
      const before = read()
      if (!writeIndex(next)) return false
      const still = new Set(next.parcels.map(({ id }) => id))
      for (const { id } of before.parcels) if (!still.has(id)) kv.drop(bodyKey(id))
      return true
    },
  }
}

export type Shelf = ReturnType<typeof createShelf>
