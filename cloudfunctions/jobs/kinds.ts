import type { JobKind } from '@/contracts/jobs'
import type { JobKindWork } from './job-kind'

/** How each kind of long work is done. */
export const kinds: Readonly<Partial<Record<JobKind, JobKindWork<object, object>>>> = {}
