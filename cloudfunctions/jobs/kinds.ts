import type { JobKind } from '@/contracts/jobs'
import { exportWork } from './export/export-work'
import { type JobKindWork, workOf } from './job-kind'

/** How each kind of long work is done. */
export const kinds: Readonly<Partial<Record<JobKind, JobKindWork<object, object>>>> = {
  export: workOf(exportWork),
}
