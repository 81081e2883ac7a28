import * as v from 'valibot'
import { defineAction } from './action'
import { Channel, Count, Id, Instant } from './common'

export const ThemeDayStatus = v.picklist(['planned', 'open', 'closed'])
export type ThemeDayStatus = v.InferOutput<typeof ThemeDayStatus>

/** Forms of a theme day; the report counts sessions by form. */
export const ThemeDayForm = v.picklist(['groupStudy', 'oath', 'voluntary', 'visit', 'meeting'])
export type ThemeDayForm = v.InferOutput<typeof ThemeDayForm>

export const ThemeDay = v.strictObject({
  id: Id,
  title: v.string(),
  orgName: v.string(),
  place: v.string(),
  forms: v.array(ThemeDayForm),
  agenda: v.array(v.string()),
  startsAt: Instant,
  endsAt: Instant,
  status: ThemeDayStatus,
  /** The caller's own check-in. */
  checkedInAt: v.nullable(Instant),
  channel: v.nullable(Channel),
  /** Whether the caller may open, show and close the check-in. */
  canManage: v.boolean(),
})
export type ThemeDay = v.InferOutput<typeof ThemeDay>

export const getThemeDay = defineAction({
  fn: 'themeday',
  name: 'getThemeDay',
  input: v.strictObject({ themeDayId: Id }),
  output: ThemeDay,
  errors: ['NOT_FOUND'],
})

/** The rotating QR's content: `<themeDayId>.<slot>.<mac>`. */
export const CheckInToken = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9_-]{0,47}\.[0-9]{1,12}\.[A-Za-z0-9_-]{16,32}$/))
export type CheckInToken = v.InferOutput<typeof CheckInToken>

/** Six digits, read aloud when a camera does not work. */
export const ShortCode = v.pipe(v.string(), v.regex(/^[0-9]{6}$/))
export type ShortCode = v.InferOutput<typeof ShortCode>

/** Checks the caller in, by the scanned token or by theme day and short code. Repeating it gives the first check-in again. */
export const checkIn = defineAction({
  fn: 'themeday',
  name: 'checkIn',
  input: v.union([v.strictObject({ token: CheckInToken }), v.strictObject({ themeDayId: Id, code: ShortCode })]),
  output: v.strictObject({ themeDayId: Id, title: v.string(), orgName: v.string(), checkedInAt: Instant }),
  errors: [
    'NOT_FOUND',
    'CHECKIN_NOT_OPEN',
    'CHECKIN_ENDED',
    'CODE_EXPIRED',
    'CODE_WRONG',
    'TOO_MANY_TRIES',
    'NOT_EXPECTED',
    'WITHDRAWN',
    'NOT_MEMBER_THEN',
  ],
})

/** What the secretary's phone shows: the code of the moment and who has come. */
export const CheckInBoard = v.strictObject({
  themeDayId: Id,
  title: v.string(),
  orgName: v.string(),
  startsAt: Instant,
  status: ThemeDayStatus,
  now: Instant,
  /** null when the check-in is not open. */
  token: v.nullable(CheckInToken),
  code: v.nullable(ShortCode),
  /** When the token changes. */
  rotatesAt: v.nullable(Instant),
  /** Members on the roster, frozen when the check-in was opened; before that, members of the branch. */
  expected: Count,
  onSite: Count,
  remote: Count,
  proxy: Count,
  /** Latest first, at most 50. */
  arrivals: v.array(v.strictObject({ name: v.string(), at: Instant, channel: Channel })),
})
export type CheckInBoard = v.InferOutput<typeof CheckInBoard>

const themeDayInput = v.strictObject({ themeDayId: Id })

export const getCheckInBoard = defineAction({
  fn: 'themeday',
  name: 'getCheckInBoard',
  input: themeDayInput,
  output: CheckInBoard,
  errors: ['NOT_FOUND'],
})

/** Opens the check-in and freezes the roster. Opening an open one changes nothing. */
export const openCheckIn = defineAction({
  fn: 'themeday',
  name: 'openCheckIn',
  input: themeDayInput,
  output: CheckInBoard,
  errors: ['NOT_FOUND', 'CHECKIN_ENDED'],
})

/** Ends the check-in. Ending an ended one changes nothing. */
export const closeCheckIn = defineAction({
  fn: 'themeday',
  name: 'closeCheckIn',
  input: themeDayInput,
  output: CheckInBoard,
  errors: ['NOT_FOUND', 'CHECKIN_NOT_OPEN'],
})
