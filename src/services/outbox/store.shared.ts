import type { Kv } from '../storage/kv.shared'
import { type OutboxEvent, type OutboxState, type Parcel, reduceOutbox } from './outbox.shared'
import { recoverShelf } from './recover-shelf.shared'
import { createShelf } from './shelf.shared'

/**
 * What waits: on the shelf in storage and, when that is full, in memory, so that what is there is kept and what was done last is still sent as
 * long as the app is open. `held` in the parcel and `full` in the state say so.
 */
export function createStore(kv: Kv) {
  recoverShelf(kv)
  const shelf = createShelf(kv)
  const held = new Map<string, { parcel: Parcel; input: unknown }>()

  const read = (): OutboxState => {
    const state = shelf.read()
    if (held.size === 0) return state
    const extra = [...held.values()].map(({ parcel }): Parcel => ({ ...parcel, held: true }))
    const stored = state.parcels.filter(({ key }) => !extra.some((other) => other.key === key))
    return { ...state, parcels: [...stored, ...extra], full: true }
  }

  const shelved = (state: OutboxState): OutboxState => ({
    parcels: state.parcels.filter(({ id }) => !held.has(id)),
    refusals: state.refusals,
  })

  const put = (parcel: Parcel, input: unknown): void => {
    for (const [id, other] of held) if (other.parcel.key === parcel.key) held.delete(id)
    const next = reduceOutbox(shelved(read()), { type: 'put', parcel })
    if (!shelf.put(parcel, input, next)) held.set(parcel.id, { parcel, input })
  }

  /** Tries to move into storage what is in memory only. */
  const moveIn = (): void => {
    for (const [id, { parcel, input }] of [...held]) {
      held.delete(id)
      put(parcel, input)
    }
  }

  const applyToHeld = (event: Exclude<OutboxEvent, { type: 'put' }>, next: OutboxState, { parcel, input }: Held) => {
    if (event.type === 'failed') {
      held.set(event.id, { parcel: { ...parcel, tries: parcel.tries + 1, notBefore: event.notBefore }, input })
      return
    }
    held.delete(event.id)
    const { key } = parcel
    const left = shelved({ ...next, parcels: next.parcels.filter((other) => other.key !== key) })
    // The earlier one about the same thing that was left on the shelf has been overtaken.
    for (const { id } of shelf.read().parcels.filter((other) => other.key === key)) shelf.take(id, left)
    if (event.type === 'refused') shelf.note(left)
  }

  return {
    read,
    put,
    moveIn,
    isHeld: (id: string): boolean => held.has(id),
    inputOf: (id: string): { readonly input: unknown } | null => held.get(id) ?? shelf.inputOf(id),
    /** Keeps an event; `next` is the state after it. */
    apply(event: OutboxEvent, next: OutboxState): void {
      if (event.type === 'put') return
      const mine = held.get(event.id)
      if (mine) applyToHeld(event, next, mine)
      else if (event.type === 'acknowledged' || event.type === 'cancelled') shelf.take(event.id, shelved(next))
      else shelf.note(shelved(next))
      if (event.type !== 'failed') moveIn()
    },
    forget: () => held.clear(),
  }
}

interface Held {
  readonly parcel: Parcel
  readonly input: unknown
}

export type Store = ReturnType<typeof createStore>
