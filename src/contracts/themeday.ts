import * as v from 'valibot'
import { defineAction } from './action'
import { Channel, Count, Id, Instant } from './common'
import { WritingState } from './writing'

export const ThemeDayStatus = v.picklist(['planned', 'open', 'closed'])
export type ThemeDayStatus = v.InferOutput<typeof ThemeDayStatus>

/** Forms of a theme day; the report counts sessions by form. */
export const ThemeDayForm = v.picklist(['groupStudy', 'oath', 'voluntary', 'visit', 'meeting'])
export type ThemeDayForm = v.InferOutput<typeof ThemeDayForm>

/** 病假 · 工作 · 家中有事 · 外出 · 其他 */
export const LeaveReason = v.picklist(['illness', 'work', 'family', 'away', 'other'])
export type LeaveReason = v.InferOutput<typeof LeaveReason>

/** 年老体弱 · 不会用手机 · 手机没电或没网 · 其他 */
export const ProxyReason = v.picklist(['frail', 'noPhone', 'phoneFailed', 'other'])
export type ProxyReason = v.InferOutput<typeof ProxyReason>

const Note = v.pipe(v.string(), v.trim(), v.maxLength(100))

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
  /** Whether the caller is expected: on the frozen roster, or before that a member of the organisation. */
  expected: v.boolean(),
  /** The caller's leave, by themselves or entered by the secretary. */
  leave: v.nullable(
    v.strictObject({
      reason: LeaveReason,
      note: v.string(),
      /** When it was asked for; without a network that is before it arrived. */
      at: Instant,
      by: v.picklist(['self', 'secretary']),
    }),
  ),
  /** A scan that arrived too late to count by itself: the secretary says whether the caller was there. */
  lateScan: v.nullable(v.strictObject({ scannedAt: Instant, state: v.picklist(['waiting', 'accepted', 'declined']) })),
  /** The caller may take part from afar (mobile members), from when to when; null: may not. */
  remote: v.nullable(v.strictObject({ from: Instant, until: Instant })),
  /** The caller's own reflection on it (心得体会). */
  reflection: v.nullable(v.strictObject({ text: v.string(), at: Instant, state: WritingState })),
  /** Called off, and why; its status is `closed` then. Left out or null: it is not. */
  cancelled: v.optional(v.nullable(v.strictObject({ at: Instant, reason: v.string() }))),
  /** When its time, place or content was last changed; left out or null: never. */
  changedAt: v.optional(v.nullable(Instant)),
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

/**
 * Checks the caller in, by the scanned token or by theme day and short code. Repeating it gives the first check-in again. The moment of scanning
 * counts: a token that arrives within ten minutes after it was shown lets its bearer in; one that was scanned without a network and arrives later (until the
 * end of the next day) is kept as `waiting`, and the secretary says whether the bearer was there.
 */
export const checkIn = defineAction({
  fn: 'themeday',
  name: 'checkIn',
  input: v.union([
    v.strictObject({
      token: CheckInToken,
      /**
       * When the phone scanned, by the server's time carried on by a clock that does not jump (services/steady-clock), and left out when the phone cannot
       * vouch for it: a phone's own clock may be wrong by hours, and its bearer must not look like somebody who passed a picture on. Kept, and never
       * believed beyond what the token proves.
       */
      scannedAt: v.optional(Instant),
    }),
    v.strictObject({ themeDayId: Id, code: ShortCode }),
  ]),
  output: v.strictObject({
    themeDayId: Id,
    title: v.string(),
    orgName: v.string(),
    checkedInAt: Instant,
    state: v.picklist(['in', 'waiting']),
  }),
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

/**
 * Takes part from afar, as a mobile member, with a short reflection. Repeating it gives the first entry again. CHANGED_MEANWHILE: the participation
 * counts, and another reflection of the member stands already (of another phone, or written before): this text is not kept by the server. The
 * phone keeps it as a draft of the reflection on this theme day, for its writer to choose (submitReflection).
 */
export const checkInRemotely = defineAction({
  fn: 'themeday',
  name: 'checkInRemotely',
  input: v.strictObject({ themeDayId: Id, text: v.pipe(v.string(), v.trim(), v.minLength(10), v.maxLength(500)) }),
  output: v.strictObject({ checkedInAt: Instant, state: WritingState }),
  errors: [
    'NOT_FOUND',
    'NOT_REMOTE',
    'CHECKIN_NOT_OPEN',
    'CHECKIN_ENDED',
    'NOT_EXPECTED',
    'TEXT_REFUSED',
    'CHANGED_MEANWHILE',
    'WITHDRAWN',
    'NOT_MEMBER_THEN',
  ],
})

/**
 * Asks for leave, until the end of the theme day; asked again it is changed. What was asked without a network before that may arrive until the end
 * of the day after it; both times are kept, and the secretary sees both. One that was asked for before the caller took their leave back (from another
 * phone, or sent twice) stays taken back: CHANGED_MEANWHILE.
 */
export const askLeave = defineAction({
  fn: 'themeday',
  name: 'askLeave',
  input: v.strictObject({
    themeDayId: Id,
    reason: LeaveReason,
    note: Note,
    /** When it was asked for, by the steady clock as `scannedAt` of checkIn; left out: when it arrives. */
    askedAt: v.optional(Instant),
  }),
  output: v.strictObject({ at: Instant }),
  errors: ['NOT_FOUND', 'NOT_EXPECTED', 'CHECKIN_ENDED', 'ALREADY_CHECKED_IN', 'TEXT_REFUSED', 'CHANGED_MEANWHILE'],
})

/** Takes the caller's own leave back. Without one nothing happens; one that the secretary entered is the secretary's to take back (FORBIDDEN, with a sentence). */
export const withdrawLeave = defineAction({
  fn: 'themeday',
  name: 'withdrawLeave',
  input: v.strictObject({ themeDayId: Id }),
  output: v.strictObject({ leave: v.null() }),
  errors: ['NOT_FOUND', 'CHECKIN_ENDED'],
})

/**
 * What somebody's part in a theme day is. `due`: nothing yet, and it can still be done; `lateScan`: waits for the secretary; `absent`: expected, and over without
 * them; `none`: was not expected.
 */
export const OwnPart = v.picklist(['due', 'in', 'remote', 'proxy', 'leave', 'lateScan', 'absent', 'none'])
export type OwnPart = v.InferOutput<typeof OwnPart>

/** A theme day as lists show it to the caller. */
export const ThemeDayRow = v.strictObject({
  id: Id,
  title: v.string(),
  orgName: v.string(),
  place: v.string(),
  forms: v.array(ThemeDayForm),
  startsAt: Instant,
  endsAt: Instant,
  status: ThemeDayStatus,
  /** What the caller's part in it is. */
  mine: OwnPart,
  /** Called off; its status is `closed` then. Left out: it is not. */
  cancelled: v.optional(v.literal(true)),
  canManage: v.boolean(),
})
export type ThemeDayRow = v.InferOutput<typeof ThemeDayRow>

/** Where a list of the past goes on: several may begin at the same instant. */
export const ThemeDayCursor = v.strictObject({ startsAt: Instant, id: Id })
export type ThemeDayCursor = v.InferOutput<typeof ThemeDayCursor>

/** The caller's theme days: what is on and to come, soonest first, and what has been, latest first, 20 at a time. */
export const listThemeDays = defineAction({
  fn: 'themeday',
  name: 'listThemeDays',
  input: v.strictObject({
    /** The last row of the past, as `next` named it; null: the first page, with what is to come. */
    before: v.nullable(ThemeDayCursor),
  }),
  output: v.strictObject({
    now: Instant,
    coming: v.array(ThemeDayRow),
    past: v.array(ThemeDayRow),
    next: v.nullable(ThemeDayCursor),
  }),
  errors: [],
})

/** What the secretary's phone shows: the code of the moment and who has come. */
export const CheckInBoard = v.strictObject({
  themeDayId: Id,
  title: v.string(),
  orgId: Id,
  orgName: v.string(),
  startsAt: Instant,
  endsAt: Instant,
  status: ThemeDayStatus,
  now: Instant,
  /** Whether the roster is frozen: the check-in was opened. */
  frozen: v.boolean(),
  /** null when the check-in is not open. */
  token: v.nullable(CheckInToken),
  code: v.nullable(ShortCode),
  /** When the token changes. */
  rotatesAt: v.nullable(Instant),
  /** From when on the check-in can be opened: the beginning of the day on which it starts, or two hours before the start, whichever is first. */
  opensFrom: Instant,
  /** Closed by hand a moment ago: until when that can be undone (`reopenCheckIn`). null: there is nothing to undo, or not any more. */
  reopenUntil: v.nullable(Instant),
  /** Called off; its status is `closed` then. Left out: it is not. */
  cancelled: v.optional(v.literal(true)),
  /** Members on the roster, frozen when the check-in was opened; before that, members of the branch. */
  expected: Count,
  onSite: Count,
  remote: Count,
  proxy: Count,
  leave: Count,
  /** Late scans that wait for the secretary. */
  lateScans: Count,
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

/**
 * Opens the check-in and freezes the roster, which is for good; so not before `opensFrom` of the board (CHECKIN_TOO_EARLY). Opening an open one changes nothing. One that nobody opened in time can be opened until seven days
 * after its end for its record only: no code is shown, and the roster is that of its day.
 */
export const openCheckIn = defineAction({
  fn: 'themeday',
  name: 'openCheckIn',
  input: themeDayInput,
  output: CheckInBoard,
  errors: ['NOT_FOUND', 'CHECKIN_TOO_EARLY', 'CHECKIN_ENDED'],
})

/** Ends the check-in. Ending an ended one changes nothing. For some minutes it can be undone: `reopenUntil` of the board. */
export const closeCheckIn = defineAction({
  fn: 'themeday',
  name: 'closeCheckIn',
  input: themeDayInput,
  output: CheckInBoard,
  errors: ['NOT_FOUND', 'CHECKIN_NOT_OPEN'],
})

/** Undoes `closeCheckIn`, until `reopenUntil` of the board: the codes are shown again, with the same roster. Of an open one nothing changes. */
export const reopenCheckIn = defineAction({
  fn: 'themeday',
  name: 'reopenCheckIn',
  input: themeDayInput,
  output: CheckInBoard,
  errors: ['NOT_FOUND', 'CHECKIN_NOT_OPEN', 'CHECKIN_ENDED'],
})

/**
 * Everyone on the roster (before the opening: every member) with what is known of them, for those responsible: waiting scans first, then who has not
 * come. At most 1,000 at a time, in the order of the tree, then `next`.
 */
export const listAttendance = defineAction({
  fn: 'themeday',
  name: 'listAttendance',
  input: v.strictObject({
    themeDayId: Id,
    /** Part of a name, for a list that is too long to go through: the first 200 who have it; left out or null: everyone. */
    name: v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40)))),
    /** The `next` of the page before; left out or null: the first page. */
    after: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 31)))),
  }),
  output: v.strictObject({
    themeDayId: Id,
    title: v.string(),
    status: ThemeDayStatus,
    now: Instant,
    startsAt: Instant,
    endsAt: Instant,
    /** Whether the roster is frozen: before that nobody can be entered as present. */
    frozen: v.boolean(),
    /** Until when somebody can be entered. */
    recordUntil: Instant,
    expected: Count,
    rows: v.array(
      v.strictObject({
        personId: Id,
        name: v.string(),
        mobile: v.boolean(),
        state: v.picklist(['lateScan', 'absent', 'leave', 'onSite', 'remote', 'proxy']),
        /** When they came, scanned, or asked for leave; null for the absent. */
        at: v.nullable(Instant),
        /** Of leave and proxy: why, in words; of a late scan: when the code was shown and when it arrived; of the absent: why they were taken back. */
        reason: v.nullable(v.string()),
        /** Of the absent: their record was taken back by a correction, and can be made valid again by another. */
        withdrawn: v.boolean(),
        /** Who is not counted as having come had a late scan, and it was declined: that can be undone (`decideLateScan` with `was`). */
        declined: v.boolean(),
        /** The caller's own row: nobody enters themselves as present (`recordProxy`). */
        self: v.boolean(),
      }),
    ),
    /** Where the list goes on; null: that was everyone. */
    next: v.nullable(Count),
  }),
  errors: ['NOT_FOUND'],
})

/**
 * Enters somebody who was there and could not check in themselves; from the opening until seven days after the end. Repeating it changes nothing. Nobody
 * enters themselves (FORBIDDEN, with a sentence).
 */
export const recordProxy = defineAction({
  fn: 'themeday',
  name: 'recordProxy',
  input: v.strictObject({ themeDayId: Id, personId: Id, reason: ProxyReason, note: Note }),
  output: v.strictObject({
    checkedInAt: Instant,
    /** How the person came to be entered: not `proxy` when they had checked in themselves meanwhile, and then there is nothing to undo. */
    channel: Channel,
  }),
  errors: [
    'NOT_FOUND',
    'CHECKIN_NOT_OPEN',
    'PROXY_TOO_LATE',
    'NOT_EXPECTED',
    'TEXT_REFUSED',
    'WITHDRAWN',
    'NOT_MEMBER_THEN',
  ],
})

/** Enters somebody's leave for them, or takes it back; until seven days after the end. */
export const recordAbsence = defineAction({
  fn: 'themeday',
  name: 'recordAbsence',
  input: v.strictObject({
    themeDayId: Id,
    personId: Id,
    /** null takes it back. */
    leave: v.nullable(v.strictObject({ reason: LeaveReason, note: Note })),
  }),
  output: v.strictObject({ at: v.nullable(Instant) }),
  errors: ['NOT_FOUND', 'PROXY_TOO_LATE', 'NOT_EXPECTED', 'ALREADY_CHECKED_IN', 'TEXT_REFUSED'],
})

/**
 * Says of a scan that arrived late whether its bearer was there. Accepting it counts from the moment of scanning. A no can be taken back by a yes
 * that has seen it (`was`); a yes is taken back by a correction, as every participation. CHANGED_MEANWHILE: somebody else said otherwise meanwhile. Nobody
 * decides on their own scan (FORBIDDEN, with a sentence).
 */
export const decideLateScan = defineAction({
  fn: 'themeday',
  name: 'decideLateScan',
  input: v.strictObject({
    themeDayId: Id,
    personId: Id,
    accept: v.boolean(),
    /** What the caller saw; left out: that it waits. */
    was: v.optional(v.picklist(['waiting', 'declined'])),
  }),
  output: v.strictObject({ state: v.picklist(['accepted', 'declined']) }),
  errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'WITHDRAWN', 'NOT_MEMBER_THEN'],
})
