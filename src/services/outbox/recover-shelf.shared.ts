import type { Kv } from '../storage/kv.shared'
import type { Parcel } from './outbox.shared'
import {
  BODY,
  bodyKey,
  INDEX,
  isRecord,
  listOf,
  readBody,
  readParcel,
  readState,
  writeIndex,
} from './stored-parcel.shared'

/** Where versions before the shelf kept everything in one growing value. */
const OLD = 'outbox'

/** What the version before kept in one value. */
function takeOver(kv: Kv): void {
  const old = kv.read<unknown>(OLD)
  if (!isRecord(old)) return
  for (const value of listOf(old.parcels)) {
    const parcel = readParcel(value)
    if (parcel && isRecord(value)) kv.write(bodyKey(parcel.id), { parcel, input: value.input })
  }
  const state = readState(kv.read<unknown>(INDEX))
  const before = readState(old)
  const isNew = (list: readonly { id: string }[]) => (one: { id: string }) => !list.some(({ id }) => id === one.id)
  const joined = {
    parcels: [...before.parcels.filter(isNew(state.parcels)), ...state.parcels],
    refusals: [...before.refusals.filter(isNew(state.refusals)), ...state.refusals],
  }
  if (writeIndex(kv, joined)) kv.drop(OLD)
}

/** Takes in what a killed app left between two writes (shelf.shared.ts says in which order they come). */
export function recoverShelf(kv: Kv): void {
  takeOver(kv)
  const state = readState(kv.read<unknown>(INDEX))
  const named = new Set(state.parcels.map(({ id }) => id))
  const refused = new Set(state.refusals.map(({ id }) => id))
  const found: Parcel[] = []
  for (const key of kv.keys()) {
    if (!key.startsWith(BODY) || named.has(key.slice(BODY.length))) continue
    const parcel = readBody(kv, key.slice(BODY.length))?.parcel
    const replaced =
      parcel && state.parcels.some((other) => other.key === parcel.key && other.storedAt >= parcel.storedAt)
    if (parcel && !replaced && !refused.has(parcel.id)) found.push(parcel)
    else kv.drop(key)
  }
  const gone = state.parcels.filter(({ id }) => readBody(kv, id) === null)
  if (found.length === 0 && gone.length === 0) return
  const kept = state.parcels.filter(
    (parcel) => !gone.includes(parcel) && !found.some((other) => other.key === parcel.key),
  )
  const parcels = [...kept, ...found].sort((a, b) => a.storedAt - b.storedAt)
  if (!writeIndex(kv, { ...state, parcels })) return
  for (const { id } of state.parcels) if (!parcels.some((parcel) => parcel.id === id)) kv.drop(bodyKey(id))
}
