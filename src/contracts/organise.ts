import * as v from 'valibot'
import { defineAction } from './action'
import { Channel, Count, Day, Id, Instant, ParticipationKind } from './common'
import { Category } from './identity'

/** Changes of the roster, entered by those who keep it. Each names the day from which it is so; `key` is made by the client, and a repeat with it is the same change. */

/** Chosen by the client, once for each thing that is done. */
export const OrderKey = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{7,39}$/))
export type OrderKey = v.InferOutput<typeof OrderKey>

/** What can happen to a member: comes (or comes back), moves, leaves, goes away for long, comes home, becomes a full member (转正). */
export const MoveKind = v.picklist(['admit', 'transfer', 'leave', 'goAway', 'comeHome', 'becomeFull'])
export type MoveKind = v.InferOutput<typeof MoveKind>

/** Why someone is no member here any more: 组织关系转出, 去世, 退党, 除名, 开除党籍, 录入有误. No more is kept. */
export const LeaveReason = v.picklist([
  'transferredOut',
  'died',
  'resigned',
  'struckOff',
  'expelled',
  'enteredByMistake',
])
export type LeaveReason = v.InferOutput<typeof LeaveReason>

const PersonName = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40))
const OrganisationName = v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(60))
const Reason = v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(200))

/** How the person is after the move; `orgId` is where they belong, or belonged last. */
export const Moved = v.strictObject({ personId: Id, kind: MoveKind, orgId: Id, day: Day, recordedAt: Instant })
export type Moved = v.InferOutput<typeof Moved>

/** A day of the last century or this one, as dates of long ago may be. */
const EarlierDay = v.pipe(
  v.string(),
  v.regex(/^(19|20)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
  v.check((day) => {
    const midnight = new Date(`${day}T00:00:00Z`)
    return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day)
  }, '日期不存在'),
)

/** Who is admitted: someone new, or someone who was on the roster before. */
export const Newcomer = v.union([
  v.strictObject({
    name: PersonName,
    bornYear: v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2099)),
    /** The first day as a full member; null: probationary (预备党员). */
    fullFrom: v.nullable(EarlierDay),
  }),
  v.strictObject({ personId: Id }),
])
export type Newcomer = v.InferOutput<typeof Newcomer>

/** Of every change of one person's entry. */
const moveErrors = [
  'NOT_FOUND',
  'MOVE_DAY',
  'MOVE_BEFORE_LAST',
  'SAME_ORGANISATION',
  'ALREADY_LEFT',
  'STILL_MEMBER',
  'ALREADY_SO',
  'NOT_A_BRANCH',
  'ORG_ENDED',
  'KEY_USED',
] as const

export const admitMember = defineAction({
  fn: 'organise',
  name: 'admitMember',
  input: v.strictObject({ key: OrderKey, orgId: Id, day: Day, who: Newcomer }),
  output: Moved,
  errors: moveErrors,
})

/** To another branch; whoever enters it keeps the roster of both. */
export const transferMember = defineAction({
  fn: 'organise',
  name: 'transferMember',
  input: v.strictObject({ key: OrderKey, personId: Id, into: Id, day: Day }),
  output: Moved,
  errors: moveErrors,
})

export const recordLeave = defineAction({
  fn: 'organise',
  name: 'recordLeave',
  input: v.strictObject({ key: OrderKey, personId: Id, day: Day, reason: LeaveReason }),
  output: Moved,
  errors: moveErrors,
})

/** 流动党员: from a day on away for long, or home again. */
export const setMobile = defineAction({
  fn: 'organise',
  name: 'setMobile',
  input: v.strictObject({ key: OrderKey, personId: Id, mobile: v.boolean(), day: Day }),
  output: Moved,
  errors: moveErrors,
})

/** 转正. */
export const confirmFullMember = defineAction({
  fn: 'organise',
  name: 'confirmFullMember',
  input: v.strictObject({ key: OrderKey, personId: Id, day: Day }),
  output: Moved,
  errors: moveErrors,
})

/** How far a merge or split has come. Not `done`: send it again with the same key (a timer goes on with it too). */
export const Reorganised = v.strictObject({
  done: v.boolean(),
  /** Members who still sit in the branches that end. */
  left: Count,
  /** The branches that go on. */
  successors: v.array(v.strictObject({ id: Id, name: v.string() })),
})
export type Reorganised = v.InferOutput<typeof Reorganised>

const reorganiseErrors = [
  'NOT_FOUND',
  'MOVE_DAY',
  'SAME_ORGANISATION',
  'NOT_A_BRANCH',
  'ORG_ENDED',
  'KEY_USED',
] as const
const differ = (ids: readonly string[]): boolean => new Set(ids).size === ids.length

/** Everyone goes over into one branch; the others end on that day and keep their past. */
export const mergeBranches = defineAction({
  fn: 'organise',
  name: 'mergeBranches',
  input: v.strictObject({
    key: OrderKey,
    from: v.pipe(
      v.array(Id),
      v.minLength(1),
      v.maxLength(10),
      v.check((ids) => differ(ids), '支部重复'),
    ),
    into: Id,
    day: Day,
  }),
  output: Reorganised,
  errors: reorganiseErrors,
})

/** Everyone goes over into new branches beside the old one, which ends on that day and keeps its past. */
export const splitBranch = defineAction({
  fn: 'organise',
  name: 'splitBranch',
  input: v.strictObject({
    key: OrderKey,
    from: Id,
    into: v.pipe(
      v.array(
        v.strictObject({
          name: OrganisationName,
          category: v.nullable(Category),
          members: v.pipe(v.array(Id), v.maxLength(300)),
        }),
      ),
      v.minLength(2),
      v.maxLength(10),
      v.check((parts) => differ(parts.flatMap(({ members }) => members)), '党员重复'),
    ),
    day: Day,
  }),
  output: Reorganised,
  errors: [...reorganiseErrors, 'SPLIT_INCOMPLETE'],
})

/** Takes a participation back, makes it valid again, or sets right when it was. A visible correction; the first entry stays as it is. */
export const correctParticipation = defineAction({
  fn: 'organise',
  name: 'correctParticipation',
  input: v.strictObject({
    kind: ParticipationKind,
    activityId: Id,
    personId: Id,
    withdrawn: v.boolean(),
    /** When it happened; left out: as it was. */
    occurredAt: v.optional(Instant),
    /** How the entry came to be that the caller saw: one that came another way (CHANGED_MEANWHILE) is not corrected unseen. Left out: whichever. */
    was: v.optional(Channel),
    reason: Reason,
  }),
  output: v.strictObject({ revision: Count, withdrawn: v.boolean(), occurredAt: Instant, day: Day, orgId: Id }),
  errors: ['NOT_FOUND', 'MOVE_DAY', 'NOT_MEMBER_THEN', 'CHANGED_MEANWHILE', 'TEXT_REFUSED'],
})

/** An operator's check: whether the roster that figures are made from is what the people say. */
export const checkRoster = defineAction({
  fn: 'organise',
  name: 'checkRoster',
  input: v.strictObject({
    /** The top of the tree. */
    orgId: Id,
    /** Writes the blocks that differ anew. */
    rebuild: v.boolean(),
  }),
  output: v.strictObject({ people: Count, blocks: Count, differing: v.array(v.string()), rebuilt: v.boolean() }),
  errors: ['NOT_FOUND'],
})

/** The members of an organisation and of everything below it, in the order of the tree, for those responsible for them. No phone number is shown. */
export const listMembers = defineAction({
  fn: 'organise',
  name: 'listMembers',
  input: v.strictObject({
    orgId: Id,
    /** Part of a name; null: everyone. */
    name: v.nullable(PersonName),
    /** The `next` of the page before; null: the first page. */
    after: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 31))),
  }),
  output: v.strictObject({
    orgName: v.string(),
    /** At most 200. */
    rows: v.array(
      v.strictObject({
        id: Id,
        name: v.string(),
        orgName: v.string(),
        mobile: v.boolean(),
        /** 正式党员; else 预备党员. */
        full: v.boolean(),
        bound: v.boolean(),
        /** When an invitation put another WeChat in the place of an earlier one; null: none did. */
        reboundAt: v.nullable(Instant),
        phoneKnown: v.boolean(),
        /** Whether the caller may invite this person and note their number: not who has an office beyond the caller's. */
        mayInvite: v.boolean(),
        mayKeepMobile: v.boolean(),
      }),
    ),
    next: v.nullable(Count),
  }),
  errors: ['NOT_FOUND'],
})
