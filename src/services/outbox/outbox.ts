import { createSignal } from '../signal.shared'
import { currentPerson, NOBODY, wipePerson } from '../storage/kv'
import { within } from '../transport/within.shared'
import type { Cancelled, Delivery, Outbox } from './create-outbox'
import { type InputOfKind, keyOf, kindOf, type OutputOfKind, type ParcelKind } from './kinds'
import type { OutboxState, Parcel } from './outbox.shared'
import { outboxOf } from './person-outbox'
import { BODY } from './stored-parcel.shared'

/** How long leaving waits for what can still be sent, in ms. */
const LEAVING_MS = 8_000

const changed = createSignal()
let owner: string | null = null
let current: Outbox | null = null

/** The outbox of the person who uses this phone now. In the preview another persona's stops when one changes. */
function mine(): Outbox {
  const person = currentPerson()
  if (current === null || owner !== person) {
    current?.stop()
    owner = person
    current = outboxOf(person)
    current.subscribe(changed.notify)
  }
  return current
}

/** The outbox of this phone. */
export const outbox = {
  read: (): OutboxState => mine().read(),
  subscribe: changed.subscribe,
  /** Sends what is due; `all` also what still waits for its next try: the network is back, the person asked for it. */
  flush: (all = false): Promise<void> => mine().flush(all),
  dismiss: (id: string): void => mine().dismiss(id),
  /** A page tells by itself why something was refused: home need not tell it again. */
  dismissOf(key: string): void {
    for (const refusal of mine().read().refusals) if (refusal.key === key) mine().dismiss(refusal.id)
  },
  /** What a waiting parcel says; null: it is not there any more. */
  inputOf: (id: string): unknown => mine().inputOf(id)?.input ?? null,
  /** Calls off what still waits here: undoing what was just done. When it is on its way, its outcome is waited for. */
  cancel: (key: string): Promise<Cancelled> => mine().cancel(key),
  /** Somebody has been bound or has signed in: what was done on this phone before, by nobody yet, is theirs, and is sent. */
  async adopt(): Promise<void> {
    const box = mine()
    if (owner !== NOBODY) {
      const before = outboxOf(NOBODY)
      for (const parcel of before.read().parcels) {
        const content = before.inputOf(parcel.id)
        if (content) box.takeIn(parcel, content.input)
      }
      before.stop()
      wipePerson(NOBODY)
    }
    box.start()
    changed.notify()
    await box.flush(true)
  },
  /** The person leaves (signs out, withdraws consent): sends what can be sent within 8 s, then nothing more until `adopt`. Resolves to how much is left. */
  async leave(): Promise<number> {
    const box = mine()
    await within(LEAVING_MS, box.flush(true)).catch(() => {})
    box.stop()
    return box.read().parcels.length
  },
  /**
   * Forgets everything that this phone keeps of the person who uses it, what waits included, except parcels that are another one's. Sends nothing. A killed
   * app leaves such a parcel without the index that names it, which the next start takes in.
   */
  forget(isAnothers: (parcel: Parcel) => boolean = () => false): void {
    const box = mine()
    box.stop()
    const kept = box
      .read()
      .parcels.filter(isAnothers)
      .map((parcel) => ({ parcel, content: box.inputOf(parcel.id) }))
    current = null
    wipePerson(
      currentPerson(),
      kept.map(({ parcel }) => `${BODY}${parcel.id}`),
    )
    box.forget()
    for (const { parcel, content } of kept) if (content) mine().takeIn(parcel, content.input)
  },
}

/** What became of something that was done: with its answer when the server has acknowledged it. */
export type Done<Data> =
  | { readonly state: 'delivered'; readonly data: Data }
  | Exclude<Delivery, { state: 'delivered' }>

const put =
  <K extends ParcelKind>(kind: K) =>
  async (title: string, input: InputOfKind<K>): Promise<Done<OutputOfKind<K>>> => {
    const after = kindOf(kind)?.after?.(input) ?? []
    return (await mine().put({ key: keyOf(kind, input), kind, title, after }, input)) as Done<OutputOfKind<K>>
  }

/** What a member does, each written to the phone before it is sent: `doing.<kind>(title, input)`. */
export const doing = {
  submitPaper: put('submitPaper'),
  completeLesson: put('completeLesson'),
  checkIn: put('checkIn'),
  checkInRemotely: put('checkInRemotely'),
  askLeave: put('askLeave'),
  withdrawLeave: put('withdrawLeave'),
  recordProxy: put('recordProxy'),
  recordAbsence: put('recordAbsence'),
  keepNote: put('keepNote'),
  submitReflection: put('submitReflection'),
  sendLetter: put('sendLetter'),
  syncReviews: put('syncReviews'),
}
