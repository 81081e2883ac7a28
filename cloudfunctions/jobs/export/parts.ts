import type { Cell, Column, Table } from '@/domain/export'
import { findPart, findParts, putPart } from '../../_data/jobs'
import type { SeatList } from './gathered'

/**
 * What an export has in between. Every part's name begins with the stamp of the look at the index that it is from: parts of a look that nobody finished are never
 * read.
 */
const two = (n: number) => String(n).padStart(2, '0')
const four = (n: number) => String(n).padStart(4, '0')
const rowsName = (stamp: string, table: number) => `${stamp}.rows.${two(table)}.`

/** A sheet without its rows. */
export interface Head {
  readonly name: string
  readonly columns: readonly Column[]
  readonly frozenColumns?: number
}

const CELLS_A_PART = 10_000
const SEATS_A_QUEUE = 500

type Row = readonly Cell[]

/** Rows in pieces of about 10,000 cells: some 100 KB. */
function* pieces(rows: readonly Row[], width: number): Generator<readonly Row[]> {
  const most = Math.max(1, Math.floor(CELLS_A_PART / Math.max(1, width)))
  for (let first = 0; first < rows.length; first += most) yield rows.slice(first, first + most)
}

/** Keeps sheets, each with its rows. */
export async function keepTables(jobId: string, stamp: string, tables: readonly Table[]): Promise<void> {
  for (const [t, { columns, rows }] of tables.entries()) {
    let n = 0
    for (const piece of pieces(rows, columns.length)) {
      await putPart(jobId, `${rowsName(stamp, t)}${four(n)}`, { rows: piece })
      n += 1
    }
  }
}

export const keepHeads = (jobId: string, stamp: string, heads: readonly Head[]) =>
  putPart(jobId, `${stamp}.heads`, { heads })

/** Keeps rows of a sheet that come later: the n-th piece of them. */
export const keepRows = (jobId: string, stamp: string, table: number, n: number, rows: readonly Row[]) =>
  putPart(jobId, `${rowsName(stamp, table)}${four(n)}`, { rows })

/** Lists of seats as pieces of at most 500 seats, in their order. */
export function queuesOf(lists: readonly SeatList[]): SeatList[][] {
  const queues: SeatList[][] = []
  let room = 0
  for (const { orgName, above, seats, mobile } of lists) {
    const away = new Set(mobile)
    for (let first = 0; first < seats.length; ) {
      if (room === 0) {
        queues.push([])
        room = SEATS_A_QUEUE
      }
      const some = seats.slice(first, first + room)
      queues[queues.length - 1]?.push({ orgName, above, seats: some, mobile: some.filter((seat) => away.has(seat)) })
      first += some.length
      room -= some.length
    }
  }
  return queues
}

export async function keepQueues(jobId: string, stamp: string, queues: readonly (readonly SeatList[])[]) {
  for (const [n, lists] of queues.entries()) await putPart(jobId, `${stamp}.queue.${four(n)}`, { lists })
}

/** Throws Error when it is not there: what a checkpoint names is kept before the checkpoint is written. */
export async function readQueue(jobId: string, stamp: string, n: number): Promise<readonly SeatList[]> {
  const part = await findPart(jobId, `${stamp}.queue.${four(n)}`)
  if (!part) throw new Error(`the export has lost its queue ${n}`)
  return (part.data as { lists: SeatList[] }).lists
}

/** All sheets with all their rows. */
export async function readTables(jobId: string, stamp: string): Promise<Table[]> {
  const part = await findPart(jobId, `${stamp}.heads`)
  if (!part) throw new Error('the export has lost its sheets')
  const tables: Table[] = []
  for (const [t, head] of (part.data as { heads: Head[] }).heads.entries()) {
    const kept = await findParts(jobId, rowsName(stamp, t))
    tables.push({ ...head, rows: kept.flatMap(({ data }) => (data as { rows: Row[] }).rows) })
  }
  return tables
}
