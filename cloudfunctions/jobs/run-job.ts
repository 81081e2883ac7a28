import type { JobDoc } from '../_data/documents'
import { findJob, leaseJob, removeParts, writeStep } from '../_data/jobs'
import { kinds } from './kinds'

/** A worker that died holds its job for so long: a little more than a function may run. */
const LEASE_MS = 65_000
/** A step that fails as often as this in a row will not come right by itself. */
const MOST_FAILURES = 5
const GAVE_UP = '做到一半出了问题，没有生成结果。请再试一次；还不行，请联系系统管理员。'

/**
 * Goes on with a job until it has ended or `isOver`, step by step; what was done is kept after each. Answers the job as it then is. Safe to be killed, repeated and run
 * twice at once: a step is written only if nobody else has written it (`writeStep`).
 */
export async function runJob(
  job: JobDoc,
  now: () => number,
  isOver: () => boolean,
  tell: (error: unknown) => void,
): Promise<JobDoc> {
  if (!job.open || !(await leaseJob(job, now(), now() + LEASE_MS))) return job
  let current: JobDoc = job
  for (;;) {
    const next = await stepOf(current, now(), isOver, tell)
    const written = await writeStep(current, next)
    const after = await findJob(job._id)
    if (!after) return current
    if (!written || !after.open) {
      if (!after.open) await removeParts(job._id)
      return after
    }
    current = after
    if (next.leaseUntil === 0) return current
  }
}

async function stepOf(job: JobDoc, now: number, isOver: () => boolean, tell: (error: unknown) => void) {
  const work = kinds[job.kind]
  const { input, checkpoint, ...rest } = job
  const ended = { open: false, updatedAt: now, leaseUntil: 0 }
  if (!work) return { ...ended, state: 'failed' as const, problem: GAVE_UP }
  try {
    const stepped = await work.step(checkpoint, { job: rest, input, now })
    if (stepped.go === 'failed') return { ...ended, state: 'failed' as const, problem: stepped.problem }
    if (stepped.go === 'done') {
      const { done, result } = stepped
      return { ...ended, state: 'done' as const, result, done, total: done, failures: 0 }
    }
    const { done, total } = stepped
    const leaseUntil = isOver() ? 0 : now + LEASE_MS
    const on = { checkpoint: stepped.checkpoint, done, total, leaseUntil }
    return { ...on, state: 'running' as const, open: true, updatedAt: now, failures: 0 }
  } catch (error) {
    tell(error)
    const failures = job.failures + 1
    if (failures >= MOST_FAILURES) return { ...ended, state: 'failed' as const, problem: GAVE_UP, failures }
    return { open: true, leaseUntil: 0, updatedAt: now, failures }
  }
}
