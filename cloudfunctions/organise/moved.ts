import { createHash } from 'node:crypto'
import type { Moved } from '@/contracts/organise'
import type { Caller } from '../_data/callers'
import { settlePerson } from '../_data/corrections'
import type { MoveDoc, PersonDoc } from '../_data/documents'
import { type MoveOutcome, type MoveRequest, recordMove } from '../_data/moves'

/** The id of what a person orders with a key: the same key of someone else is something else. */
export const orderId = (recorder: string, key: string): string => `${recorder}.${key}`

/** An id for what is new with an order: the same for its repeat, and nobody else's. */
export const newId = (letter: 'p' | 'o', order: string): string =>
  `${letter}-${createHash('sha256').update(order).digest('hex').slice(0, 24)}`

type Code = Extract<MoveOutcome, { ok: false }>['code']

/**
 * Enters a move and puts the person's records where they belong by it. A call that dies in between is completed by its repeat, or by the
 * timer. Refuses with the move's code.
 */
export async function enterMove({ caller, input: { key }, now, refuse }: Order, what: What): Promise<Moved> {
  const recorder = caller.person._id
  const outcome = await recordMove({ id: orderId(recorder, key), into: null, reason: null, recorder, now, ...what })
  if (!outcome.ok) return refuse(outcome.code)
  const { move } = outcome
  if (!move.settled) await settlePerson(move.personId, move.day, now)
  return movedOf(move)
}

/** Who orders it, and with which key. */
interface Order {
  readonly caller: Caller
  readonly input: { readonly key: string }
  readonly now: number
  readonly refuse: (code: Code) => never
}

/** What is ordered: a branch and a reason only where there are any. */
type What = Pick<MoveRequest, 'kind' | 'personId' | 'day' | 'newcomer'> & Partial<Pick<MoveRequest, 'into' | 'reason'>>

const movedOf = ({ personId, kind, from, to, day, recordedAt }: MoveDoc): Moved => ({
  personId,
  kind,
  orgId: to ?? from ?? '',
  day,
  recordedAt,
})

/** The path of the branch to which the person belongs, or belonged last. */
export const branchPath = ({ org }: PersonDoc & { org: { path: string[] }[] }): string[] => org[0]?.path ?? []
