import type { Kv } from '../storage/kv.shared'
import type { OutboxState, Parcel } from './outbox.shared'
import { type Body, bodyKey, INDEX, readBody, readState, writeIndex } from './stored-parcel.shared'

/** More than this is not kept: who has so much waiting has another problem, and every tap would write a long list. */
const MOST_PARCELS = 400

/**
 * The outbox in storage: one key for each parcel with what it says, and one index with their order and what is refused. Each change is
 * one or two writes in such an order that the app may be killed between them (recover-shelf.shared.ts takes in what was left):
 * - a parcel is written before the index names it; one that no index names is taken in at the next start,
 * - one that was acknowledged goes before the index forgets it; a name without a parcel is passed over,
 * - a refusal is in the index before its parcel goes; such a parcel is cleared away at the next start.
 */
export function createShelf(kv: Kv) {
  /** Taken off although the index, in a storage that takes nothing, still names them. */
  const taken = new Set<string>()
  const read = (): OutboxState => {
    const state = readState(kv.read<unknown>(INDEX))
    return taken.size === 0 ? state : { ...state, parcels: state.parcels.filter(({ id }) => !taken.has(id)) }
  }

  return {
    read,
    inputOf: (id: string): Body | null => readBody(kv, id),
    /** Puts a parcel on the shelf; false: there is no room for it, and everything is as it was. */
    put(parcel: Parcel, input: unknown, next: OutboxState): boolean {
      const before = read()
      if (next.parcels.length > MOST_PARCELS) return false
      if (!kv.write(bodyKey(parcel.id), { parcel, input })) return false
      if (!writeIndex(kv, next)) {
        kv.drop(bodyKey(parcel.id))
        return false
      }
      for (const { id, key } of before.parcels) if (key === parcel.key && id !== parcel.id) kv.drop(bodyKey(id))
      return true
    },
    /** Takes a parcel that was acknowledged, or called off, from the shelf. */
    take(id: string, next: OutboxState): boolean {
      kv.drop(bodyKey(id))
      const named = writeIndex(kv, next)
      if (!named) taken.add(id)
      return named
    },
    /** Keeps what changed without a parcel coming or going for good: a failure, a refusal, a refusal that was read. */
    note(next: OutboxState): boolean {
      const before = read()
      if (!writeIndex(kv, next)) return false
      const still = new Set(next.parcels.map(({ id }) => id))
      for (const { id } of before.parcels) if (!still.has(id)) kv.drop(bodyKey(id))
      return true
    },
  }
}

export type Shelf = ReturnType<typeof createShelf>
