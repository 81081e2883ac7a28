import type { Job } from '@/contracts/jobs'
import type { JobDoc } from '../_data/documents'
import { temporaryUrl } from '../_data/files'

const URL_SECONDS = 600

/** A job as its owner sees it. @param withUrl makes an address of its file: one storage request */
export async function shownJob(doc: JobDoc, withUrl: boolean): Promise<Job> {
  const { _id: id, kind, title, orgId, state, done, total, createdAt, updatedAt, problem, result } = doc
  const url = result && withUrl ? await temporaryUrl(result.fileId, URL_SECONDS) : ''
  return {
    id,
    kind,
    title,
    orgId,
    state,
    done,
    total,
    createdAt,
    updatedAt,
    problem,
    file: result && { ...result, url },
  }
}
