import * as v from 'valibot'
import { defineAction } from './action'
import { Count, Id, Instant } from './common'

/** Long work that is done step by step: 导出 · 重新评分 · 试题分析. */
export const JobKind = v.picklist(['export', 'regrade', 'analyse'])
export type JobKind = v.InferOutput<typeof JobKind>

/** `<kind>.<hash>`: who asked for what. The same order sent again is the same job. */
export const JobId = v.pipe(v.string(), v.regex(/^[a-z]{3,12}\.[A-Za-z0-9_-]{16,64}$/))
export type JobId = v.InferOutput<typeof JobId>

/** How far a piece of long work is. */
export const Job = v.strictObject({
  id: JobId,
  kind: JobKind,
  /** What it is, in a few words: 参与统计 2026年11月. */
  title: v.string(),
  orgId: Id,
  /** waiting: nobody has begun · running · done · failed: it will not go on; begin anew. */
  state: v.picklist(['waiting', 'running', 'done', 'failed']),
  /** Pieces that are done, of how many; null: not known yet. */
  done: Count,
  total: v.nullable(Count),
  createdAt: Instant,
  updatedAt: Instant,
  /** Why it failed, in a sentence for the user; null unless failed. */
  problem: v.nullable(v.string()),
  /** The file that came out, when one did and it is done: with an address that is good for ten minutes. */
  file: v.nullable(v.strictObject({ fileId: v.string(), fileName: v.string(), url: v.string(), bytes: Count })),
})
export type Job = v.InferOutput<typeof Job>

/**
 * How a job of one's own (or of one's desk) is getting on. `work`: go on with it for a few seconds first, so that whoever waits sees it move instead of waiting
 * for the timer; the answer comes within ten seconds.
 */
export const getJob = defineAction({
  fn: 'jobs',
  name: 'getJob',
  input: v.strictObject({ id: JobId, work: v.optional(v.boolean(), false) }),
  output: Job,
  errors: ['NOT_FOUND'],
})

/** The caller's own jobs of a kind, latest first, at most 20. Without addresses of files: `getJob` gives one. */
export const listJobs = defineAction({
  fn: 'jobs',
  name: 'listJobs',
  input: v.strictObject({ kind: JobKind }),
  output: v.strictObject({ jobs: v.array(Job) }),
  errors: [],
})
