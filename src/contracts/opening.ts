import * as v from 'valibot'
import { defineAction } from './action'
import { Channel, Count, Day, Id, Instant, ParticipationKind, periodFields, withinTwoYears } from './common'
import { PeriodKey } from './register'
import { Figure, OrgNode, Slice } from './stats'
import { ThemeDayForm } from './themeday'

/** A figure's code, as the registry of metrics or the register of manual figures knows it. */
export const FigureCode = v.pipe(v.string(), v.regex(/^[a-z][a-zA-Z0-9._-]{0,59}$/))

const scope = { orgId: Id, ...periodFields, slice: v.optional(Slice, {}) }
const Seat = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff_ffff))
const tooLong = '时间段最长两年'

/**
 * What a figure means and where it comes from: its definition, its formula with the very numbers, the state of its sources, and the organisations below
 * with theirs. Every code of the registry and every indicator of the register; others are NOT_FOUND.
 */
export const explainFigure = defineAction({
  fn: 'stats',
  name: 'explainFigure',
  input: v.pipe(
    v.strictObject({ ...scope, code: FigureCode }),
    v.check((p) => withinTwoYears(p), tooLong),
  ),
  output: v.strictObject({
    org: OrgNode,
    /** From the top organisation that the caller may see down to this one. */
    trail: v.array(OrgNode),
    from: Day,
    to: Day,
    asOf: Instant,
    figure: Figure,
    name: v.string(),
    unit: v.string(),
    /** How it folds from the organisations below (domain/metrics). */
    kind: v.picklist(['sum', 'distinct', 'ratio', 'latest', 'count', 'range']),
    definition: v.string(),
    /** What is divided, in words; null for a figure that is no ratio. */
    parts: v.nullable(v.strictObject({ numerator: v.string(), denominator: v.string() })),
    /** `2,847 ÷ 3,600 = 79.1%`; null for a figure that is no ratio. */
    formula: v.nullable(v.string()),
    /** How the parts make the whole, in a sentence with the very numbers. */
    fold: v.nullable(v.string()),
    /** participation: activities and people open · records: counted in other records · register: reported by hand · none: nothing records it. */
    source: v.picklist(['participation', 'records', 'register', 'none']),
    /** Of a figure from participations: what its records are, and how they stand. */
    opening: v.nullable(
      v.strictObject({
        kind: ParticipationKind,
        measure: v.picklist(['people', 'times', 'sessions', 'rate', 'attendance', 'coverage']),
        /** The slice of its records: that which was asked for, with what the figure itself restricts. */
        slice: Slice,
        form: v.nullable(ThemeDayForm),
        /** Participations of this kind (and form) in the period, of this organisation and slice. */
        records: Count,
        /** The last day of the period on which somebody took part, and when the latest record of that day, or the latest correction, was entered. */
        lastDay: v.nullable(Day),
        lastEntryAt: v.nullable(Instant),
        /** Entries that are counted straight from the ledger, since the index does not have them yet. */
        unfolded: Count,
        /** Corrections whose participation lies in the period. */
        corrections: Count,
      }),
    ),
    /** The organisations below, in the order of the tree; at most 500. */
    children: v.array(v.strictObject({ org: OrgNode, members: Count, figure: Figure })),
    /** Of those who belong to none of them; null: there are none, or none below. */
    own: v.nullable(Figure),
    /** How many organisations below are not in the list. */
    left: Count,
    /** Of a figure that is reported by hand: the reporting periods that it is made of, in order; their entries are `register.getIndicator`. null: of any other. */
    periods: v.nullable(v.array(PeriodKey)),
    /** Whether the caller may have people of this organisation reminded. */
    canRemind: v.boolean(),
  }),
  errors: ['NOT_FOUND'],
})

/** An activity in a list: when, who held it, and how many of the organisation in question took part. */
export const ActivityRow = v.strictObject({
  id: Id,
  title: v.string(),
  /** The first and the last day of the period on which it has somebody, who took part or was expected. */
  from: Day,
  to: Day,
  /** Whose it is; null: it is no more in the system. */
  holder: v.nullable(v.strictObject({ id: Id, name: v.string() })),
  forms: v.array(ThemeDayForm),
  /** Participations; in one activity each is another person. */
  people: Count,
  mobile: Count,
  /** Theme days whose roster was frozen in the period: of those of this organisation. */
  attendance: v.nullable(v.strictObject({ actual: Count, expected: Count })),
})
export type ActivityRow = v.InferOutput<typeof ActivityRow>

/**
 * The activities in which members of an organisation took part, or were expected, latest first, 50 at a time. Over all pages Σ people is 人次, the activities
 * with somebody are 场次 (or 门数), Σ attendance is 到会率.
 */
export const listActivities = defineAction({
  fn: 'stats',
  name: 'listActivities',
  input: v.pipe(
    v.strictObject({
      ...scope,
      kind: ParticipationKind,
      /** Theme days of this form only. */
      form: v.optional(v.nullable(ThemeDayForm), null),
      /** Where the last page ended. */
      after: v.optional(v.nullable(v.strictObject({ to: Day, id: Id })), null),
    }),
    v.check((p) => withinTwoYears(p), tooLong),
  ),
  output: v.strictObject({
    org: OrgNode,
    asOf: Instant,
    /** On all pages: activities, those of them with somebody, and participations. */
    total: Count,
    held: Count,
    times: Count,
    rows: v.array(ActivityRow),
    next: v.nullable(v.strictObject({ to: Day, id: Id })),
  }),
  errors: ['NOT_FOUND'],
})

/** Who took part, in one activity or in any. Names go to those responsible for the people; others get counts per branch. */
export const listParticipants = defineAction({
  fn: 'stats',
  name: 'listParticipants',
  input: v.pipe(
    v.strictObject({
      ...scope,
      kind: ParticipationKind,
      activityId: v.optional(v.nullable(Id), null),
      /** In theme days of this form only. */
      form: v.optional(v.nullable(ThemeDayForm), null),
      after: v.optional(v.nullable(Seat), null),
    }),
    v.check((p) => withinTwoYears(p), tooLong),
  ),
  output: v.strictObject({
    org: OrgNode,
    asOf: Instant,
    /** The activity that was asked about, with the counts of this organisation. */
    activity: v.nullable(ActivityRow),
    people: Count,
    times: Count,
    mobilePeople: Count,
    /** Branches with somebody, most first; at most 200. Who took part in two of them is in both. */
    branches: v.array(v.strictObject({ org: OrgNode, people: Count })),
    /** null when the caller may see counts only. At most 100 a page, in the order of the tree; by the branch in which they took part. */
    rows: v.nullable(
      v.array(v.strictObject({ id: Id, name: v.string(), orgName: v.string(), mobile: v.boolean(), seat: Seat })),
    ),
    next: v.nullable(Seat),
  }),
  errors: ['NOT_FOUND'],
})

/** An entry of the ledger: what was entered, by whom, when, and why. */
export const LedgerEntry = v.strictObject({
  revision: Count,
  occurredAt: Instant,
  recordedAt: Instant,
  channel: Channel,
  /** Taken back by this entry. */
  withdrawn: v.boolean(),
  /** Where it counts by this entry. */
  orgName: v.string(),
  mobile: v.boolean(),
  /** Who entered it, when it was not the member. */
  recorder: v.nullable(v.string()),
  reason: v.nullable(v.string()),
})
export type LedgerEntry = v.InferOutput<typeof LedgerEntry>

const Paper = v.strictObject({
  number: Count,
  dealtAt: Instant,
  handedInAt: v.nullable(Instant),
  receivedAt: v.nullable(Instant),
})

/**
 * The records of a person's participation in one activity, or in all of a kind in a period (latest first, at most 50), with every correction and with what
 * is behind them. For those responsible for where the person belongs (all of it) or belonged then (what counts there). No marks: figures are about taking
 * part, not about how well (decision 24).
 */
export const getRecord = defineAction({
  fn: 'stats',
  name: 'getRecord',
  input: v.pipe(
    v.strictObject({
      kind: ParticipationKind,
      personId: Id,
      activityId: v.optional(v.nullable(Id), null),
      ...periodFields,
    }),
    v.check((p) => withinTwoYears(p), tooLong),
  ),
  output: v.strictObject({
    person: v.strictObject({ id: Id, name: v.string(), orgName: v.string() }),
    asOf: Instant,
    participations: v.array(
      v.strictObject({
        activityId: Id,
        title: v.string(),
        holder: v.nullable(v.strictObject({ id: Id, name: v.string() })),
        day: Day,
        /** Whether it counts: it is not taken back. */
        counts: v.boolean(),
        /** Oldest first. */
        entries: v.array(LedgerEntry),
        /** Quizzes: the papers, without what is in them. */
        papers: v.array(Paper),
        /** Theme days: what else is known of that person there. Why somebody asked for leave is for those who hold the theme day. */
        leaveAt: v.nullable(Instant),
        lateScan: v.nullable(
          v.strictObject({
            scannedAt: Instant,
            receivedAt: Instant,
            state: v.picklist(['waiting', 'accepted', 'declined']),
          }),
        ),
      }),
    ),
  }),
  errors: ['NOT_FOUND'],
})
