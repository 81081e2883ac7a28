import { createHash } from 'node:crypto'
import { find, findById, insertOnce, update } from './database'
import type { SendingDoc } from './documents'

/** The same person asking with the same key is the same order. */
export const sendingId = (personId: string, key: string): string =>
  `s-${createHash('sha256').update(`remind.${personId}.${key}`).digest('hex').slice(0, 32)}`

type Order = Omit<SendingDoc, 'after' | 'step' | 'open' | 'already' | 'vacant'>

/** Writes an order down, once; a repeat finds it as it is. */
export async function orderSending(order: Order): Promise<SendingDoc> {
  const sending: SendingDoc = { ...order, after: null, step: 0, open: true, already: 0, vacant: 0 }
  if ((await insertOnce('sendings', sending)) === 'inserted') return sending
  return (await findById<SendingDoc>('sendings', order._id)) ?? sending
}

/** Orders that are not carried out yet, the oldest first. */
export const openSendings = (limit: number) =>
  find<SendingDoc>('sendings', { open: true }, { orderBy: [['createdAt', 'asc']], limit })

/** Writes what a step did: null when another worker has made that step already. */
export async function writeSendingStep(
  sending: SendingDoc,
  change: Pick<SendingDoc, 'after' | 'open' | 'already' | 'vacant'>,
): Promise<SendingDoc | null> {
  const { _id, step } = sending
  const next = { ...change, step: step + 1 }
  return (await update('sendings', { _id, step }, next)) === 1 ? { ...sending, ...next } : null
}

export const findSending = (id: string) => findById<SendingDoc>('sendings', id)
