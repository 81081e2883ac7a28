import { cacheOf } from '../cache/cache'
import { reviewLogOf } from '../handbook/review-log'
import { papersOf } from '../quiz-paper'
import { createSignal } from '../signal.shared'
import { currentPerson, kvOf, NOBODY, wipePerson } from '../storage/kv'
import { withRoom } from '../storage/kv.shared'
import { call } from '../transport/call'
import { within } from '../transport/within.shared'
import { notesOf } from '../writing/notes'
import { reflectionDraftsOf } from '../writing/reflection-drafts'
import { createOutbox, type Delivery, type Outbox } from './create-outbox'
import { type InputOfKind, keyOf, kindOf, type OutputOfKind, type ParcelKind } from './kinds'
import type { OutboxState, Parcel } from './outbox.shared'
import { type PersonStore, settle } from './settle'

/** An entry of the table with its types put aside: the parcel's kind says which they are. */
type AnySettle = {
  arrived?: (data: unknown, input: unknown, store: PersonStore) => void
  refused?: (code: string, input: unknown, store: PersonStore) => void
}
const settleOf = (parcel: Parcel) => (settle as Readonly<Record<string, AnySettle | undefined>>)[parcel.kind]

/** How long leaving waits for what can still be sent, in ms. */
const LEAVING_MS = 8_000

function open(person: string): Outbox {
  const cache = cacheOf(person)
  const store: PersonStore = {
    cache,
    papers: papersOf(person),
    reviews: reviewLogOf(person),
    notes: notesOf(person),
    reflections: reflectionDraftsOf(person),
  }
  return createOutbox({
    kv: withRoom(kvOf(person), () => cache.evictOldest()),
    knows: (parcel) => kindOf(parcel.kind) !== undefined,
    async send(parcel, input) {
      const kind = kindOf(parcel.kind)
      if (!kind) throw new Error(`no kind ${parcel.kind}`)
      return call(kind.contract, input)
    },
    settled: (parcel, input, data) => settleOf(parcel)?.arrived?.(data, input, store),
    refused: (parcel, input, error) => settleOf(parcel)?.refused?.(error.code, input, store),
    badNews: (parcel, data) => kindOf(parcel.kind)?.badNews?.(data) ?? null,
    now: () => Date.now(),
    random: () => Math.random(),
    later(ms, work) {
      const timer = setTimeout(work, ms)
      return () => clearTimeout(timer)
    },
  })
}

const changed = createSignal()
let owner: string | null = null
let current: Outbox | null = null

/** The outbox of the person who uses this phone now. In the preview another persona's stops when one changes. */
function mine(): Outbox {
  const person = currentPerson()
  if (current === null || owner !== person) {
    current?.stop()
    owner = person
    current = open(person)
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
  /** What a waiting parcel says; null: it is not there any more. */
  inputOf: (id: string): unknown => mine().inputOf(id)?.input ?? null,
  /** Somebody has been bound or has signed in: what was done on this phone before, by nobody yet, is theirs, and is sent. */
  async adopt(): Promise<void> {
    const box = mine()
    if (owner !== NOBODY) {
      const before = open(NOBODY)
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
  /** Forgets everything that this phone keeps of the person who uses it, what waits included. Sends nothing. */
  forget(): void {
    const box = mine()
    box.stop()
    current = null
    wipePerson(currentPerson())
    box.forget()
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
