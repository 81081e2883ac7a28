import * as v from 'valibot'
import { defineAction } from './action'
import { Id, ParticipationKind, periodFields, withinTwoYears } from './common'
import { Job } from './jobs'
import { OrderKey } from './organise'
import { Slice } from './stats'

const about = { orgId: Id, ...periodFields, slice: v.optional(Slice, {}) }

/** What is written into an .xlsx file: always of one organisation and everything below it, in a period and a slice. */
export const ExportView = v.pipe(
  v.variant('what', [
    /** All figures, one sheet for each level of the tree. */
    v.strictObject({ what: v.literal('overview'), ...about }),
    /** Rates by category of branches. */
    v.strictObject({ what: v.literal('categories'), ...about }),
    /** Who has not taken part: by branch, and by name for those who may see names. */
    v.strictObject({ what: v.literal('missing'), kind: ParticipationKind, ...about }),
    /** The activities in which somebody took part or was expected. */
    v.strictObject({ what: v.literal('activities'), kind: ParticipationKind, ...about }),
    /** Who took part in one activity: by branch, and by name for those who may see names. */
    v.strictObject({ what: v.literal('participants'), kind: ParticipationKind, activityId: Id, ...about }),
  ]),
  v.check((view) => withinTwoYears(view), '时间段最长两年'),
)
export type ExportView = v.InferOutput<typeof ExportView>

/**
 * Orders a file; `getJob` says how it is getting on and gives it. The same key and view sent again are the same order. At most three at a time are made for one person,
 * and thirty in a day.
 */
export const startExport = defineAction({
  fn: 'jobs',
  name: 'startExport',
  input: v.strictObject({ key: OrderKey, view: ExportView }),
  output: Job,
  errors: ['NOT_FOUND', 'TOO_MANY_JOBS'],
})
