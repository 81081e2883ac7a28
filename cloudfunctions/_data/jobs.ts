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

/** A job of which nothing is done yet. */
const begun = (now: number) =>
  ({
    checkpoint: null,
    state: 'waiting',
    open: true,
    done: 0,
    total: null,
    leaseUntil: 0,
    createdAt: now,
    updatedAt: now,
    failures: 0,
    problem: null,
  }) as const

/** Writes an order down, once; a repeat finds the job as it is. One request, two for a repeat. */
export async function orderJob(order: Order, now: number): Promise<JobDoc> {
  const job: JobDoc = { ...order, ...begun(now), step: 0, result: null }
  if ((await insertOnce('jobs', job)) === 'inserted') return job
  return (await findById<JobDoc>('jobs', order._id)) ?? job
}

/**
 * The same, for an order that is always the same one: a job of it that failed begins anew. Whoever is late with a step of before finds that another step was written.
 * One request, three for a repeat.
 */
export async function orderAgain(order: Order, now: number): Promise<JobDoc> {
  const job = await orderJob(order, now)
  if (job.state !== 'failed') return job
  const { _id, step } = job
  await update('jobs', { _id, step, state: 'failed', open: false }, { ...begun(now), step: step + 1 })
  return (await findById<JobDoc>('jobs', _id)) ?? job
}

export const findJob = (id: string) => findById<JobDoc>('jobs', id)

/** Somebody's jobs of a kind, the latest first. */
export const ownJobs = (personId: string, kind: JobKind, limit: number) =>
  find<JobDoc>('jobs', { personId, kind }, { orderBy: [['createdAt', 'desc']], limit })

/** A worker that died holds its job for so long (ms): more than a step takes. Two at once do nothing wrong, only twice. */
export const LEASE_MS = 30_000

/** Nobody is on it: the time is over, or lies further ahead than anybody takes it (the clock was put back since). */
const isFree = (now: number) => _.lte(now).or(_.gt(now + LEASE_MS))

/** Jobs with something left to do on which nobody is, those first that have waited longest; their ids. */
export const openJobs = (now: number, limit: number) =>
  find<Pick<JobDoc, '_id'>>(
    'jobs',
    { open: true, leaseUntil: isFree(now) },
    { orderBy: [['updatedAt', 'asc']], limit, fields: ['open'] },
  )

/**
 * Takes a job up, and counts that: false when somebody else is on it, or it has gone on since it was read. Whoever dies in a step does not say so, so a step
 * counts as failed from when it is begun until it is written.
 */
export const leaseJob = async ({ _id, step }: JobDoc, now: number): Promise<boolean> =>
  (await update(
    'jobs',
    { _id, step, open: true, leaseUntil: isFree(now) },
    { leaseUntil: now + LEASE_MS, failures: _.inc(1) },
  )) === 1

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

/** Jobs that ended before an instant, the oldest first. */
export const endedJobs = (before: number, limit: number) =>
  find<JobDoc>('jobs', { open: false, updatedAt: _.lt(before) }, { orderBy: [['updatedAt', 'asc']], limit })

export const removeJob = (_id: string) => remove('jobs', { _id, open: false })

/** Keeps a piece of a job's work under its name; doing it again replaces it. At most 200 KB, so that several can be read at once. */
export const putPart = (jobId: string, name: string, data: unknown) =>
  put('jobParts', { _id: `${jobId}.${name}`, jobId, name, data } satisfies JobPartDoc)

/** A piece by its name; null when it is not there. */
export const findPart = async (jobId: string, name: string): Promise<JobPartDoc | null> =>
  findById<JobPartDoc>('jobParts', `${jobId}.${name}`)

/** Pieces of a job in the order of their names: all of them, or those whose name begins so. A few at a time: an answer holds 1 MB. */
export const findParts = async (jobId: string, prefix = ''): Promise<JobPartDoc[]> =>
  (
    await findAll<JobPartDoc>(
      'jobParts',
      { jobId, ...(prefix && { name: _.gte(prefix).and(_.lt(`${prefix}\uffff`)) }) },
      { page: 4 },
    )
  ).sort((a, b) => (a.name < b.name ? -1 : 1))

export const removeParts = (jobId: string) => remove('jobParts', { jobId })
