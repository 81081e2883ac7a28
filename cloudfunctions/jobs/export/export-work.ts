import { randomUUID } from 'node:crypto'
import type { ExportView } from '@/contracts/exports'
import { columns, exportFileName, exportTitle, sourceTable } from '@/domain/export'
import { canExport, canSeeNames } from '@/domain/people'
import { removeFile, secretPath, storeFile } from '../../_data/files'
import { findPerson } from '../../_data/people'
import { namesBySeat } from '../../_data/seat-names'
import { writeWorkbook } from '../../_office'
import type { JobKindWork, StepContext, Stepped } from '../job-kind'
import type { SeatList } from './gathered'
import { keepHeads, keepQueues, keepRows, keepTables, queuesOf, readQueue, readTables } from './parts'
import { takeSnapshot } from './snapshot'
import { gather, viewTitle } from './views'

export interface ExportInput {
  readonly view: ExportView
  /** The name of the organisation when it was ordered. */
  readonly orgName: string
  /** With people's names: whoever ordered it might see them. */
  readonly names: boolean
}

interface Checkpoint {
  /** Of the look at the index that counts. */
  readonly stamp: string
  /** The file: until the end there is nothing in it. */
  readonly fileId: string
  /** How many lists of seats are to be named, into which sheet, and how many are. */
  readonly queues: number
  readonly named: number
  readonly peopleTable: number
}

const peopleColumns = columns('编号', '姓名', '所在支部', '上级组织', '流动党员')
/** One piece of work before the lists of seats, and one after. */
const BESIDES = 2

/** Of one look at the index: whoever is late with another one does not write over this. */
const pathOf = (jobId: string, stamp: string) => secretPath('exports', `${jobId}/${stamp}`, 'export.xlsx')

export const exportWork: JobKindWork<ExportInput, Checkpoint> = {
  may: ({ caller, orgPath }, { names }) => canExport(caller, orgPath) && (!names || canSeeNames(caller, orgPath)),
  async step(checkpoint, context) {
    if (!checkpoint) return await gatherAll(context)
    if (checkpoint.named < checkpoint.queues) return await nameSome(checkpoint, context)
    return await writeFile(checkpoint, context)
  },
  discard: ({ fileId }) => removeFile(fileId),
}

/** The first step: all numbers, of one look at the index, so that all sheets agree; and who is to be named. */
async function gatherAll({ job, input, now, standing }: StepContext<ExportInput>): Promise<Stepped<Checkpoint>> {
  const { view, names, orgName } = input
  const snapshot = await takeSnapshot(view, standing.orgPath, now)
  const { tables, people, source } = await gather(view, names, snapshot)
  const lists = people?.lists ?? []
  const count = lists.reduce((sum, { seats }) => sum + seats.length, 0)
  const about = sourceTable({
    ...source,
    title: viewTitle(view, names),
    orgName,
    from: view.from,
    to: view.to,
    slice: view.slice,
    asOf: now,
    maker: (await findPerson(job.personId))?.name ?? '',
    tables: [
      ...tables.map(({ name, rows }) => ({ name, rows: rows.length })),
      ...(people ? [{ name: people.name, rows: count }] : []),
    ],
  })
  const peopleTable = tables.length
  const all = [
    ...tables,
    ...(people ? [{ name: people.name, columns: peopleColumns, rows: [], frozenColumns: 2 }] : []),
    about,
  ]
  const stamp = randomUUID()
  await keepTables(job._id, stamp, all)
  await keepHeads(
    job._id,
    stamp,
    all.map(({ rows: _, ...head }) => head),
  )
  const queues = queuesOf(lists)
  await keepQueues(job._id, stamp, queues)
  // the file's id is known before anything is in it: whatever comes of this, it can be taken away again
  const { fileId } = await storeFile(await pathOf(job._id, stamp), Buffer.from('…'))
  const next = { stamp, fileId, queues: queues.length, named: 0, peopleTable }
  return { go: 'on', checkpoint: next, done: 1, total: queues.length + BESIDES }
}

const rowsOf = (
  { orgName, above, seats, mobile }: SeatList,
  people: ReadonlyMap<number, { id: string; name: string }>,
) => {
  const away = new Set(mobile)
  return seats.map((seat) => {
    const person = people.get(seat)
    return [person?.id ?? null, person?.name ?? null, orgName, above || null, away.has(seat) ? '是' : '否']
  })
}

async function nameSome(checkpoint: Checkpoint, { job }: StepContext<ExportInput>): Promise<Stepped<Checkpoint>> {
  const { stamp, named, queues, peopleTable } = checkpoint
  const lists = await readQueue(job._id, stamp, named)
  const people = await namesBySeat(lists.flatMap(({ seats }) => seats))
  await keepRows(
    job._id,
    stamp,
    peopleTable,
    named,
    lists.flatMap((list) => rowsOf(list, people)),
  )
  const next = { ...checkpoint, named: named + 1 }
  return { go: 'on', checkpoint: next, done: 1 + next.named, total: queues + BESIDES }
}

/** The last step. Done again it writes the same bytes to the same place; nobody hears of the place before. */
async function writeFile(
  { stamp, queues }: Checkpoint,
  { job, input }: StepContext<ExportInput>,
): Promise<Stepped<Checkpoint>> {
  const content = await writeWorkbook(await readTables(job._id, stamp))
  const { fileId } = await storeFile(await pathOf(job._id, stamp), content)
  const { view, names, orgName } = input
  const fileName = exportFileName({ ...view, orgName, what: viewTitle(view, names) })
  return { go: 'done', result: { fileId, fileName, bytes: content.length }, done: queues + BESIDES }
}

/** What an order is called, in a line. */
export const orderTitle = ({ view, names, orgName }: ExportInput): string =>
  `${exportTitle({ ...view, orgName, what: viewTitle(view, names) })} ${view.from} 至 ${view.to}`
