import { createHash } from 'node:crypto'
import type { Moved } from '@/contracts/organise'
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
export async function enterMove(request: MoveRequest, refuse: (code: Code) => never): Promise<Moved> {
  const outcome = await recordMove(request)
  if (!outcome.ok) return refuse(outcome.code)
  const { move } = outcome
  if (!move.settled) await settlePerson(move.personId, move.day, request.now)
  return movedOf(move)
}

const movedOf = ({ personId, kind, from, to, day, recordedAt }: MoveDoc): Moved => ({
  personId,
  kind,
  orgId: to ?? from ?? '',
  day,
  recordedAt,
})

/** The path of the branch to which the person belongs, or belonged last. */
export const branchPath = ({ org }: PersonDoc & { org: { path: string[] }[] }): string[] => org[0]?.path ?? []
