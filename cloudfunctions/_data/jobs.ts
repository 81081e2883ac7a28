import { createHash } from 'node:crypto'
import type { JobKind } from '@/contracts/jobs'
import { _, find, findAll, findById, insertOnce, put, remove, update, whole } from './database'
import type { JobDoc, JobPartDoc } from './documents'

/** The id of an order: the same person asking for the same thing with the same key is the same job. */
export function jobId(kind: JobKind, personId: string, input: object, key: string): string {
  const order = JSON.stringify([personId, key, Object.entries(input).sort(([a], [b]) => (a < b ? -1 : 1))])
  return `${kind}.${createHash('sha256').update(order).digest('base64url').slice(0, 32)}`
}

type Order = Pick<JobDoc, '_id' | 'kind' | 'title' | 'personId' | 'orgId' | 'input'>

/** Writes an order down, once; a repeat finds the job as it is. One request, two for a repeat. */
export async function orderJob(order: Order, now: number): Promise<JobDoc> {
  const job: JobDoc = {
    ...order,
    checkpoint: null,
    step: 0,
    state: 'waiting',
    open: true,
    done: 0,
    total: null,
    leaseUntil: 0,
    createdAt: now,
    updatedAt: now,
    failures: 0,
    problem: null,
    result: null,
  }
  if ((await insertOnce('jobs', job)) === 'inserted') return job
  return (await findById<JobDoc>('jobs', order._id)) ?? job
}

export const findJob = (id: string) => findById<JobDoc>('jobs', id)

export const ownJobs = (personId: string, limit: number) =>
  find<JobDoc>('jobs', { personId }, { orderBy: [['createdAt', 'desc']], limit })

/** Jobs with something left to do on which nobody is, those first that have waited longest. */
export const openJobs = (now: number, limit: number) =>
  find<JobDoc>('jobs', { open: true, leaseUntil: _.lte(now) }, { orderBy: [['updatedAt', 'asc']], limit })

/** Takes a job up: false when somebody else is on it, or it has gone on since it was read. */
export const leaseJob = async ({ _id, step }: JobDoc, now: number, until: number): Promise<boolean> =>
  (await update('jobs', { _id, step, open: true, leaseUntil: _.lte(now) }, { leaseUntil: until })) === 1

/** What a step changes of a job. */
export type JobStep = Partial<
  Pick<
    JobDoc,
    'checkpoint' | 'state' | 'open' | 'done' | 'total' | 'leaseUntil' | 'updatedAt' | 'failures' | 'problem' | 'result'
  >
>

/** Writes what came of a step: false when another worker has made that step already. */
export async function writeStep({ _id, step }: JobDoc, change: JobStep): Promise<boolean> {
  const { checkpoint, result, ...plain } = change
  const replaced = {
    ...(checkpoint && { checkpoint: whole(checkpoint) }),
    ...(result && { result: whole(result) }),
  }
  return (await update('jobs', { _id, step }, { ...plain, ...replaced, step: step + 1 })) === 1
}

/** Keeps a piece of a job's work under its name; doing it again replaces it. */
export const putPart = (jobId: string, name: string, data: unknown) =>
  put('jobParts', { _id: `${jobId}.${name}`, jobId, name, data } satisfies JobPartDoc)

/** All pieces of a job, in the order of their names. */
export const findParts = async (jobId: string): Promise<JobPartDoc[]> =>
  (await findAll<JobPartDoc>('jobParts', { jobId }, { page: 50 })).sort((a, b) => (a.name < b.name ? -1 : 1))

export const removeParts = (jobId: string) => remove('jobParts', { jobId })
