import type { JobDoc } from '../_data/documents'
import { standingOf } from '../_data/job-owners'
import { findJob, type JobStep, LEASE_MS, leaseJob, removeParts, writeStep } from '../_data/jobs'
import { kinds } from './kinds'

/** A step that was begun as often as this without being written will not come right by itself. */
export const MOST_FAILURES = 12
/** A step that failed is tried again after two seconds, then after twice as long each time. */
const FIRST_PAUSE_MS = 2_000
const GAVE_UP = '做到一半出了问题，没有生成结果。请再试一次；还不行，请联系系统管理员。'
export const NO_LONGER_YOURS = '您的职责或所在组织有了变动，这项结果不能再给您。如有疑问，请联系上级组织。'

export interface Worker {
  /** The functions' clock, by which jobs are leased. */
  readonly now: () => number
  /** Whether it is time to leave the rest to the next one: never by the functions' clock, which may be set or stand still. */
  readonly isOver: () => boolean
  readonly tell: (error: unknown) => void
}

/**
 * Goes on with a job until it has ended or `isOver`, step by step; what was done is kept after each. Answers the job as it then is. Safe to be killed, repeated and run
 * twice at once: a step is written only if nobody else has written it (`writeStep`). A job stays open until what it had in between is gone.
 */
export async function runJob(job: JobDoc, worker: Worker): Promise<JobDoc> {
  if (!job.open || !(await leaseJob(job, worker.now()))) return job
  let current: JobDoc = { ...job, failures: job.failures + 1 }
  for (;;) {
    const next = isEnded(current) ? await close(current, worker) : await stepOf(current, worker)
    if (!(await writeStep(current, next))) return (await findJob(job._id)) ?? current
    current = { ...current, ...next, step: current.step + 1 }
    // closed, left to the next worker, or failed and to be tried again later
    if (current.leaseUntil === 0 || current.failures > 0) return current
  }
}

const isEnded = ({ state }: JobDoc): boolean => state === 'done' || state === 'failed'

/** Held until the next step; as much of the job's time as there is. */
const lease = (now: number, { isOver }: Worker): number => (isOver() ? 0 : now + LEASE_MS)

async function stepOf(job: JobDoc, worker: Worker): Promise<JobStep> {
  const now = worker.now()
  const fail = (problem: string): JobStep => ({
    state: 'failed',
    problem,
    updatedAt: now,
    leaseUntil: lease(now, worker),
    failures: 0,
  })
  const work = kinds[job.kind]
  if (!work || job.failures > MOST_FAILURES) return fail(GAVE_UP)
  try {
    const { input, checkpoint, ...rest } = job
    const standing = await standingOf(job)
    if (!standing || !(work.may?.(standing, input) ?? true)) return fail(NO_LONGER_YOURS)
    const stepped = await work.step(checkpoint, { job: rest, input, now, standing })
    if (stepped.go === 'failed') return fail(stepped.problem)
    const written = { updatedAt: now, leaseUntil: lease(now, worker), failures: 0 }
    const { done } = stepped
    if (stepped.go === 'done') return { ...written, state: 'done', result: stepped.result, done, total: done }
    return { ...written, state: 'running', checkpoint: stepped.checkpoint, done, total: stepped.total }
  } catch (error) {
    return pause(job, now, worker, error)
  }
}

/** Takes away what it had in between; then it is closed. */
async function close(job: JobDoc, worker: Worker): Promise<JobStep> {
  const now = worker.now()
  try {
    if (job.state === 'failed' && job.checkpoint) await kinds[job.kind]?.discard?.(job.checkpoint)
    await removeParts(job._id)
    return { open: false, leaseUntil: 0, updatedAt: now, failures: 0 }
  } catch (error) {
    return pause(job, now, worker, error)
  }
}

/** Nobody is on it until a while later, when it is tried again. */
function pause({ failures }: JobDoc, now: number, { tell }: Worker, error: unknown): JobStep {
  tell(error)
  const count = Math.max(failures, 1)
  const wait = Math.min(FIRST_PAUSE_MS * 2 ** (count - 1), LEASE_MS)
  return { leaseUntil: now + wait, updatedAt: now, failures: count }
}
