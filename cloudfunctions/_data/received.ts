import { findById, put } from './database'
import type { CounterDoc } from './documents'

/** Calls that received something before this have ended: none can still keep it with an earlier instant. Functions end within a minute. */
const ENDED_AFTER_MS = 120_000

export interface Received {
  /** When the server got it. */
  readonly receivedAt: number
}

interface Walk<T extends Received> {
  /** Under which name it is remembered how far it has come. */
  readonly counter: string
  /** How many one page has. */
  readonly page: number
  /** What was received after one instant until another, in the order of instants; at most a page. */
  readonly read: (after: number, until: number) => Promise<T[]>
  /** Sees to a page; a number to add up. Safe to repeat: a page may be seen again. */
  readonly see: (rows: readonly T[]) => Promise<number>
}

/**
 * Goes through what was received, in the order in which it came, two minutes behind, each once, and remembers how far. Safe to repeat, to interrupt and to
 * run twice at once. The sum of what was seen to.
 */
export async function walkReceived<T extends Received>(
  { counter, page, read, see }: Walk<T>,
  now: number,
  isOver: () => boolean,
): Promise<number> {
  const until = now - ENDED_AFTER_MS
  let after = (await findById<CounterDoc>('counters', counter))?.next ?? 0
  let sum = 0
  while (!isOver()) {
    const rows = await read(after, until)
    const first = rows[0]
    if (!first) return sum
    sum += await see(rows)
    const last = rows[rows.length - 1] ?? first
    const all = rows.length < page
    // a page may end between rows of the same instant: the next one begins with that instant again (nobody receives a page in a millisecond)
    after = all ? until : last.receivedAt > first.receivedAt ? last.receivedAt - 1 : last.receivedAt
    await put<CounterDoc>('counters', { _id: counter, next: after })
    if (all) return sum
  }
  return sum
}
