import type { JobKind } from '@/contracts/jobs'

/** Long work that is done in steps. `_id` is `<kind>.<hash of who asked for what>`. */
export interface JobDoc {
  _id: string
  kind: JobKind
  title: string
  /** Whose it is: whoever asked, and for which organisation. */
  personId: string
  orgId: string
  /** What was asked for; never changed. */
  input: object
  /** What its kind needs to go on: small (a few kilobytes); larger pieces are `jobParts`. null: not begun. */
  checkpoint: object | null
  /** Rises with every step: whoever writes a step says which one it follows, so that of two workers one wins. */
  step: number
  state: 'waiting' | 'running' | 'done' | 'failed'
  /** Whether there is something left to do; for the timer. */
  open: boolean
  done: number
  total: number | null
  /** Until when a worker is on it (epoch ms); 0: nobody. Only keeps two from doing the same; being right does not depend on it. */
  leaseUntil: number
  createdAt: number
  updatedAt: number
  /** Steps that failed one after the other. */
  failures: number
  problem: string | null
  result: { fileId: string; fileName: string; bytes: number } | null
}

/** A piece of a job's work in between; `_id` is `<job>.<name>`, so that a step that is done again writes the same. Removed when the job has ended. */
export interface JobPartDoc {
  _id: string
  jobId: string
  name: string
  data: unknown
}
