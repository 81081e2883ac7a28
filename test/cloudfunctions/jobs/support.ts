import { read, utils, type WorkBook } from '@e965/xlsx'
import type { JobDoc } from '../../../cloudfunctions/_data/documents'
import { type ExportView, startExport } from '../../../src/contracts/exports'
import { getJob, type Job } from '../../../src/contracts/jobs'
import type { County } from '../../support/county/start-county'

export const november = { from: '2026-11-01', to: '2026-11-30' }

let orders = 0
/** A key that nobody has used. */
export const newKey = () => `export-key-${++orders}`

type View = ExportView | (Record<string, unknown> & { what: string })

/** Waits for a job as its owner's page does: it has ended, and what it had in between has been put away, by this worker or by another one. */
export async function finish(county: County, personId: string, id: string): Promise<Job> {
  for (let polls = 0; polls < 500; polls++) {
    await county.as(personId).ok(getJob, { id, work: true })
    const [stored] = (await county.cloud.all<JobDoc>('jobs')).filter(({ _id }) => _id === id)
    if (stored?.open === false) return await county.as(personId).ok(getJob, { id })
  }
  throw new Error('the job does not end')
}

/** Orders a file and waits for it. */
export async function exported(county: County, personId: string, view: View): Promise<Job> {
  const { id } = await county.as(personId).ok(startExport, { key: newKey(), view: { ...november, ...view } })
  return await finish(county, personId, id)
}

export async function download(job: Job): Promise<Buffer> {
  if (!job.file) throw new Error(`the job has no file: ${job.state} ${job.problem}`)
  const response = await fetch(job.file.url)
  if (!response.ok) throw new Error(`no file: ${response.status}`)
  return Buffer.from(await response.arrayBuffer())
}

/** Orders a file and opens it. */
export async function opened(county: County, personId: string, view: View): Promise<WorkBook> {
  return read(await download(await exported(county, personId, view)), { cellNF: true })
}

/** The rows of a sheet by their headings; cells without a value are left out. */
export function rowsOf(book: WorkBook, sheet: string): Record<string, unknown>[] {
  const found = book.Sheets[sheet]
  if (!found) throw new Error(`there is no sheet ${sheet}, but ${book.SheetNames.join(' ')}`)
  return utils.sheet_to_json(found)
}
