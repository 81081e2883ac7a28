import * as v from 'valibot'
import { defineAction } from './action'
import { Channel, Count, Day, Id, Instant, ParticipationKind } from './common'
import { OrgRef, RoleName } from './identity'

/** A month of a record. */
export const Month = v.pipe(v.string(), v.regex(/^20\d\d-(0[1-9]|1[0-2])$/))
export type Month = v.InferOutput<typeof Month>

/** One participation of the caller, as the ledger has it: what the figures know. */
export const RecordEntry = v.strictObject({
  kind: ParticipationKind,
  activityId: Id,
  title: v.string(),
  day: Day,
  occurredAt: Instant,
  recordedAt: Instant,
  channel: Channel,
  /** Where it counts. */
  orgName: v.string(),
  mobile: v.boolean(),
  /** Taken back by a correction: it counts nowhere. */
  withdrawn: v.boolean(),
  /** Set right since it was first entered; `reason` says why. */
  corrected: v.boolean(),
  /** Why it was entered by someone else or corrected; null when the caller did it. */
  reason: v.nullable(v.string()),
})
export type RecordEntry = v.InferOutput<typeof RecordEntry>

/**
 * The caller's own record, newest month first, six months at a time, back to the month of the first participation. A participation stands in the
 * month in which it counts; the counts leave out what was taken back, as the figures do.
 */
export const getMyRecord = defineAction({
  fn: 'identity',
  name: 'getMyRecord',
  input: v.strictObject({
    /** Months before this one; null: from the present month on backwards. */
    before: v.nullable(Month),
  }),
  output: v.strictObject({
    months: v.array(
      v.strictObject({
        month: Month,
        quizzes: Count,
        lessons: Count,
        themeDays: Count,
        /** Theme days to which the caller was expected; null where no roster was frozen. */
        expected: v.nullable(Count),
        entries: v.array(RecordEntry),
      }),
    ),
    next: v.nullable(Month),
  }),
  errors: [],
})

/** What the page 我的数据 has a row for. */
export type KeptTopic =
  | 'roster'
  | 'participation'
  | 'attendance'
  | 'writings'
  | 'letters'
  | 'reminders'
  | 'phone'
  | 'binding'
  | 'consent'
  | 'duties'

/** Everything that is stored about the caller, in words: what, why, who sees it. */
export const getMyData = defineAction({
  fn: 'identity',
  name: 'getMyData',
  input: v.strictObject({}),
  output: v.strictObject({
    person: v.strictObject({ id: Id, name: v.string(), bornYear: Count, mobile: v.boolean(), full: v.boolean() }),
    org: OrgRef,
    /** From the top of the tree down. */
    path: v.array(OrgRef),
    since: v.nullable(Day),
    roles: v.array(v.strictObject({ role: RoleName, org: OrgRef })),
    binding: v.strictObject({
      boundAt: Instant,
      consent: v.nullable(v.strictObject({ version: v.string(), at: Instant })),
      /** An invitation put this WeChat in the place of another one. */
      replaced: v.boolean(),
    }),
    /** What was agreed to and withdrawn, latest first; at most 20. */
    consents: v.array(v.strictObject({ event: v.picklist(['given', 'withdrawn']), at: Instant })),
    /** Whether a phone number is kept (as a keyed hash that nobody can read out). */
    phoneKnown: v.boolean(),
    counts: v.strictObject({
      participations: Count,
      attempts: Count,
      /** Papers of which answers are kept before they are handed in. */
      drafts: Count,
      leaves: Count,
      lateScans: Count,
      notes: Count,
      reflections: Count,
      reviews: Count,
      letters: Count,
      /** Changes of the roster: admitted, moved, mobile, left. */
      moves: Count,
      /** What others did for the caller: an invitation, a phone number, a correction. */
      audit: Count,
      /** What the caller was told, or will be: reminders. */
      reminders: Count,
      /** Messages of WeChat's that the caller has allowed and not yet got. */
      messages: Count,
    }),
  }),
  errors: [],
})

/**
 * 建议 · 投诉 · 更正申请. The first and the last go to the caller's branch and, when it has not answered within seven days, to those above it as well. A
 * complaint goes past the branch to every organisation above it at once, and nobody who leads the branch reads it there, whatever other office they hold.
 * One answer settles it for all.
 */
export const LetterKind = v.picklist(['suggestion', 'complaint', 'correction'])
export type LetterKind = v.InferOutput<typeof LetterKind>

/** Of a letter: made from its writer and key by a hash, so that it does not tell who wrote a complaint. */
export const LetterId = v.pipe(v.string(), v.regex(/^l-[0-9a-f]{32}$/))
export type LetterId = v.InferOutput<typeof LetterId>

export const Letter = v.strictObject({
  id: LetterId,
  kind: LetterKind,
  text: v.string(),
  sentAt: Instant,
  /** In whose mailbox it is, the nearest first. */
  toOrgNames: v.array(v.string()),
  /** What one of them answered, for all. */
  reply: v.nullable(v.strictObject({ text: v.string(), at: Instant, orgName: v.string() })),
})
export type Letter = v.InferOutput<typeof Letter>

/** A key chosen by the phone: the same letter sent again is one letter. */
const LetterKey = v.pipe(v.string(), v.regex(/^[a-z0-9-]{8,40}$/))
const LetterText = v.pipe(v.string(), v.trim(), v.minLength(5), v.maxLength(1000))

/** Sends a suggestion, a complaint or a request for correction. */
export const sendLetter = defineAction({
  fn: 'identity',
  name: 'sendLetter',
  input: v.strictObject({ key: LetterKey, kind: LetterKind, text: LetterText }),
  output: Letter,
  errors: ['TOO_MANY_TRIES', 'TEXT_REFUSED', 'KEY_USED'],
})

/** The caller's own letters, latest first; at most 50. Complaints only to the binding under which they were sent: whoever is bound later does not read them. */
export const listMyLetters = defineAction({
  fn: 'identity',
  name: 'listMyLetters',
  input: v.strictObject({}),
  output: v.strictObject({ rows: v.array(Letter) }),
  errors: [],
})

/** A place in the order of a mailbox: after this letter. */
export const MailPlace = v.strictObject({ answered: v.boolean(), sentAt: Instant, id: LetterId })
export type MailPlace = v.InferOutput<typeof MailPlace>

/**
 * Letters to an organisation, for those who answer for it: unanswered first, then latest first, 50 at a time. Complaints without their writer's
 * name, and none about an organisation that the caller leads.
 */
export const listLetters = defineAction({
  fn: 'identity',
  name: 'listLetters',
  input: v.strictObject({
    orgId: Id,
    /** The `next` of the page before; null: from the beginning. */
    after: v.optional(v.nullable(MailPlace), null),
  }),
  output: v.strictObject({
    orgName: v.string(),
    /** How many are unanswered, on all pages. */
    open: Count,
    rows: v.array(
      v.strictObject({
        ...Letter.entries,
        from: v.nullable(v.string()),
        fromOrgName: v.string(),
        /** WeChat's check was not sure, or could not be asked: read it with care. */
        unchecked: v.boolean(),
      }),
    ),
    next: v.nullable(MailPlace),
  }),
  errors: ['NOT_FOUND'],
})

/** Answers a letter; an answer can be given anew by who has seen the one before (CHANGED_MEANWHILE: somebody else answered in the meantime). */
export const answerLetter = defineAction({
  fn: 'identity',
  name: 'answerLetter',
  input: v.strictObject({
    letterId: LetterId,
    text: LetterText,
    /** When the answer was given that the caller saw and replaces; null: there was none. */
    was: v.nullable(Instant),
  }),
  output: v.strictObject({ answeredAt: Instant }),
  errors: ['NOT_FOUND', 'TEXT_REFUSED', 'CHANGED_MEANWHILE'],
})

/** Messages to which one can subscribe, each time for one message. */
export const MessageTemplate = v.picklist(['themeDay', 'quiz', 'reminder'])
export type MessageTemplate = v.InferOutput<typeof MessageTemplate>

/** Notes that the caller allowed one more message of each of these kinds (WeChat asked them). A key sent again counts once. */
export const keepSubscription = defineAction({
  fn: 'identity',
  name: 'keepSubscription',
  input: v.strictObject({
    key: LetterKey,
    templates: v.pipe(v.array(MessageTemplate), v.minLength(1), v.maxLength(3)),
  }),
  output: v.strictObject({ left: v.array(v.strictObject({ template: MessageTemplate, count: Count })) }),
  errors: [],
})
