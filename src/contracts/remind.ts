import * as v from 'valibot'
import { defineAction } from './action'
import { AttemptId, Count, Id, Instant, ParticipationKind, periodFields, withinTwoYears } from './common'
import { IndicatorCode, PeriodKey } from './register'
import { ReportVersion } from './report'
import { Slice } from './stats'

/** A key chosen by the phone: the same order sent again is one order. */
const OrderKey = v.pipe(v.string(), v.regex(/^[a-z0-9-]{8,40}$/))

/** Some people, or organisations, of those who are meant; left out: all of them. */
const some = v.optional(v.nullable(v.pipe(v.array(Id), v.minLength(1), v.maxLength(200))), null)

/** What became of an order to remind people; asking again with the same key says how it is getting on. */
export const Reminded = v.strictObject({
  /** To whom a reminder goes by this order. */
  reminded: Count,
  /** Who has had one today already, from whomever: nobody gets two on one day. */
  already: Count,
  /** The rest is sent in the minutes that follow. */
  going: v.boolean(),
  /** Between 21:00 and 08:00 nobody is disturbed: when it goes out; null: at once. */
  waitsUntil: v.nullable(Instant),
})
export type Reminded = v.InferOutput<typeof Reminded>

/**
 * Reminds those who have not taken part (`stats.listMissing` says who they are), each at most once a day whoever does it, never those who took part
 * meanwhile or have left. The texts are the system's.
 */
export const remindMissing = defineAction({
  fn: 'remind',
  name: 'remindMissing',
  input: v.pipe(
    v.strictObject({
      key: OrderKey,
      orgId: Id,
      kind: ParticipationKind,
      ...periodFields,
      slice: v.optional(Slice, {}),
      personIds: some,
    }),
    v.check((p) => withinTwoYears(p), '时间段最长两年'),
  ),
  output: Reminded,
  errors: ['NOT_FOUND', 'PERIOD_OVER', 'KEY_USED', 'BUSY'],
})

/** Reminds the secretaries of branches in which nobody has taken part in a theme day in the period. */
export const remindSecretaries = defineAction({
  fn: 'remind',
  name: 'remindSecretaries',
  input: v.pipe(
    v.strictObject({ key: OrderKey, orgId: Id, ...periodFields, orgIds: some }),
    v.check((p) => withinTwoYears(p), '时间段最长两年'),
  ),
  output: v.strictObject({ ...Reminded.entries, /** Branches without a secretary in the roster. */ vacant: Count }),
  errors: ['NOT_FOUND', 'PERIOD_OVER', 'KEY_USED', 'BUSY'],
})

/**
 * Reminds whoever reports for the organisations of which a figure of the register (台账) neither stands nor waits for a verdict (`register.getIndicator` says which):
 * their own secretaries and organisers. Who has reported by the time when it goes out gets none.
 */
export const remindNotReported = defineAction({
  fn: 'remind',
  name: 'remindNotReported',
  input: v.strictObject({ key: OrderKey, orgId: Id, code: IndicatorCode, period: PeriodKey, orgIds: some }),
  output: v.strictObject({
    ...Reminded.entries,
    /** Organisations with nobody in the roster who reports for them. */ vacant: Count,
  }),
  errors: ['NOT_FOUND', 'PERIOD_NOT_OPEN', 'KEY_USED', 'BUSY'],
})

/**
 * What a reminder is about: missing: not taken part yet · holding: the branch has held no theme day · register: a figure is not reported · themeDay, quiz: one asked for it
 * oneself · themeDayChanged: one that was announced is held otherwise, or not at all · keyCorrected: one's marks are others by a corrected key ·
 * reportStep: a report waits for one's review or issuing, or came back.
 */
export const ReminderCause = v.picklist([
  'missing',
  'holding',
  'register',
  'themeDay',
  'quiz',
  'themeDayChanged',
  'keyCorrected',
  'reportStep',
])
export type ReminderCause = v.InferOutput<typeof ReminderCause>

/** `<person>.<day>` or `<person>.<cause>.<activity>` */
export const ReminderId = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9_-]{0,47}(\.[A-Za-z0-9_-]{1,48}){1,2}$/))

export const InboxRow = v.strictObject({
  id: ReminderId,
  cause: ReminderCause,
  kind: v.nullable(ParticipationKind),
  /** Which organisation reminds; null: one asked for it oneself. */
  fromOrgName: v.nullable(v.string()),
  text: v.string(),
  /** What it opens, when it is about one activity. */
  activityId: v.nullable(Id),
  /** What it opens, when it is about a figure of the register. */
  entry: v.nullable(v.strictObject({ orgId: Id, code: IndicatorCode, period: PeriodKey })),
  /** What it opens, when it is about one's own paper. */
  attemptId: v.nullable(AttemptId),
  /** What it opens, when it is about a report. */
  report: v.nullable(v.strictObject({ orgId: Id, ...periodFields, version: ReportVersion })),
  sentAt: Instant,
  read: v.boolean(),
})
export type InboxRow = v.InferOutput<typeof InboxRow>

/** What the caller was told, latest first, 50 at a time (and what came in the same moment as the last of them). */
export const listInbox = defineAction({
  fn: 'remind',
  name: 'listInbox',
  input: v.strictObject({ before: v.optional(v.nullable(Instant), null) }),
  output: v.strictObject({ unread: Count, rows: v.array(InboxRow), next: v.nullable(Instant) }),
  errors: [],
})

/** Notes that the caller has seen everything up to an instant. */
export const readInbox = defineAction({
  fn: 'remind',
  name: 'readInbox',
  input: v.strictObject({ until: Instant }),
  output: v.strictObject({ unread: Count }),
  errors: [],
})
