import * as v from 'valibot'
import { defineAction } from './action'
import { Count, Id, Instant } from './common'
import { PlanKey } from './plan'
import { ThemeDayForm, ThemeDayStatus } from './themeday'

/** What a theme day is, as its secretary plans it. */
const contentEntries = {
  title: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(40)),
  place: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(40)),
  forms: v.pipe(
    v.array(ThemeDayForm),
    v.minLength(1),
    v.maxLength(5),
    v.check((forms) => new Set(forms).size === forms.length, '形式重复'),
  ),
  agenda: v.pipe(v.array(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60))), v.maxLength(10)),
  /** Whether mobile members may take part from afar. */
  remote: v.boolean(),
}

const timesEntries = { startsAt: Instant, endsAt: Instant }

/** A theme day as the desk plans it. */
export const PlannedDay = v.strictObject({
  id: Id,
  title: v.string(),
  place: v.string(),
  forms: v.array(ThemeDayForm),
  agenda: v.array(v.string()),
  remote: v.boolean(),
  ...timesEntries,
  status: ThemeDayStatus,
  /** Whether its check-in was ever opened. */
  opened: v.boolean(),
  cancelled: v.nullable(v.strictObject({ at: Instant, reason: v.string() })),
  /** When it was last changed; null: never. Whoever changes it says which state they saw. */
  changedAt: v.nullable(Instant),
  /** It can be changed and called off. */
  canChange: v.boolean(),
  /** It was called off, and that can be undone. */
  canRestore: v.boolean(),
  /** Who asked for leave: they keep it when the time changes, and should be told. */
  leaves: Count,
})
export type PlannedDay = v.InferOutput<typeof PlannedDay>

/** The theme days of an organisation itself in a year, the earliest first; at most 100. */
export const listPlannedDays = defineAction({
  fn: 'themeday',
  name: 'listPlannedDays',
  input: v.strictObject({
    orgId: Id,
    year: v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2099)),
  }),
  output: v.strictObject({ now: Instant, orgName: v.string(), days: v.array(PlannedDay) }),
  errors: ['NOT_FOUND'],
})

/**
 * Plans theme days with one content, at each of the times given: one, or a month's each for the rest of the year. Members see them at once. Sent again with the same key they
 * are the same; what was changed meanwhile stays.
 */
export const planThemeDays = defineAction({
  fn: 'themeday',
  name: 'planThemeDays',
  input: v.strictObject({
    key: PlanKey,
    orgId: Id,
    ...contentEntries,
    times: v.pipe(v.array(v.strictObject(timesEntries)), v.minLength(1), v.maxLength(12)),
  }),
  output: v.strictObject({ ids: v.array(Id) }),
  errors: ['NOT_FOUND', 'PLAN_TIMES', 'TEXT_REFUSED'],
})

/** Changes a theme day before its check-in was opened (THEMEDAY_OPENED). Who asked for leave keeps it. `was`: the `changedAt` that was seen. */
export const changeThemeDay = defineAction({
  fn: 'themeday',
  name: 'changeThemeDay',
  input: v.strictObject({ themeDayId: Id, was: v.nullable(Instant), ...contentEntries, ...timesEntries }),
  output: PlannedDay,
  errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'THEMEDAY_OPENED', 'PLAN_TIMES', 'TEXT_REFUSED'],
})

/** Calls a theme day off before its check-in was opened; members read why. Nobody is expected then, and nothing counts. Undone by `restoreThemeDay`. */
export const cancelThemeDay = defineAction({
  fn: 'themeday',
  name: 'cancelThemeDay',
  input: v.strictObject({ themeDayId: Id, reason: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(60)) }),
  output: PlannedDay,
  errors: ['NOT_FOUND', 'THEMEDAY_OPENED', 'TEXT_REFUSED'],
})

/** Undoes that, as long as the theme day's time is not over (TOO_LATE_TO_UNDO). Of one that stands nothing changes. */
export const restoreThemeDay = defineAction({
  fn: 'themeday',
  name: 'restoreThemeDay',
  input: v.strictObject({ themeDayId: Id }),
  output: PlannedDay,
  errors: ['NOT_FOUND', 'TOO_LATE_TO_UNDO'],
})
