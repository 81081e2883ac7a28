import type { JobKind } from '@/contracts/jobs'
import { analyseWork } from './analyse/analyse-work'
import { exportWork } from './export/export-work'
import { type JobKindWork, workOf } from './job-kind'
import { regradeWork } from './regrade/regrade-work'

/** How each kind of long work is done. */
export const kinds: Readonly<Partial<Record<JobKind, JobKindWork<object, object>>>> = {
  export: workOf(exportWork),
  regrade: workOf(regradeWork),
  analyse: workOf(analyseWork),
}
