import * as v from 'valibot'
import { defineAction } from './action'
import { Count, Day, Id, Instant } from './common'
import { Decimal, Indicator, IndicatorCode, PeriodKey, Revision } from './register'
import { OrgNode } from './stats'

/** What organisations report in the register (台账), and what becomes of it. */

const Words = (least: number, most: number) => v.pipe(v.string(), v.trim(), v.minLength(least), v.maxLength(most))

/** The paper on which a figure stands: name, number (empty: it has none) and day. */
export const SourceDocument = v.strictObject({ name: Words(2, 60), number: Words(0, 40), day: Day })
export type SourceDocument = v.InferOutput<typeof SourceDocument>

/** missing: nothing was submitted · submitted: waits for a verdict · accepted · returned: with words, to be submitted again. */
export const EntryState = v.picklist(['missing', 'submitted', 'accepted', 'returned'])
export type EntryState = v.InferOutput<typeof EntryState>

/** A sum of decimals, exact. */
const Sum = v.string()

/** What an organisation reported, in short. */
export const EntryBrief = v.strictObject({
  orgId: Id,
  orgName: v.string(),
  period: PeriodKey,
  state: EntryState,
  /** What was submitted last. */
  value: v.nullable(Decimal),
  /** What stands, and is in the sum: a correction leaves it until the correction is accepted. */
  standing: v.nullable(Decimal),
  asOfDay: v.nullable(Day),
  /** The last submission is ten times what stood before, or a tenth. */
  jump: v.boolean(),
  /** It is expected, not there (or returned), and the time for it is over. */
  overdue: v.boolean(),
})
export type EntryBrief = v.InferOutput<typeof EntryBrief>

/** How many of the organisations that should report have. */
export const Tally = v.strictObject({
  due: Count,
  /** With an accepted value. */
  reported: Count,
  /** With one that waits for a verdict, and none that stands. */
  waiting: Count,
  /** Of those with neither, how many are late. */
  overdue: Count,
  /** 已报合计: of what is accepted. */
  sum: Sum,
})
export type Tally = v.InferOutput<typeof Tally>

/** An entry that waits for somebody. */
const Waiting = v.strictObject({ code: IndicatorCode, name: v.string(), unit: v.string(), entry: EntryBrief })
export type Waiting = v.InferOutput<typeof Waiting>

/**
 * The register of an organisation: each indicator with the last period that was over on `day` and how many have reported it; what the caller should report for
 * the organisations of which they are secretary or organiser; and what waits for their verdict.
 */
export const getRegister = defineAction({
  fn: 'register',
  name: 'getRegister',
  input: v.strictObject({ orgId: Id, day: Day }),
  output: v.strictObject({
    org: OrgNode,
    day: Day,
    asOf: Instant,
    rows: v.array(v.strictObject({ indicator: Indicator, period: PeriodKey, ...Tally.entries })),
    /** At most 100; those that were returned first, then by how late they are. */
    todo: v.array(Waiting),
    /** At most 100, the oldest first; and how many there are. */
    toJudge: v.array(Waiting),
    toJudgeCount: Count,
    mayDefine: v.boolean(),
  }),
  errors: ['NOT_FOUND'],
})

/** One indicator of an organisation for a period (left out: the last that is over): by child, who has not reported, and the periods before. */
export const getIndicator = defineAction({
  fn: 'register',
  name: 'getIndicator',
  input: v.strictObject({ orgId: Id, code: IndicatorCode, period: v.optional(PeriodKey) }),
  output: v.strictObject({
    org: OrgNode,
    /** From the top organisation that the caller may see down to this one. */
    trail: v.array(OrgNode),
    indicator: Indicator,
    period: PeriodKey,
    asOf: Instant,
    total: Tally,
    /** This organisation's own entry, when it is one that reports. */
    own: v.nullable(EntryBrief),
    /** Children of which somebody reports, in the order of the tree; at most 500. */
    children: v.array(v.strictObject({ org: OrgNode, ...Tally.entries, entry: v.nullable(EntryBrief) })),
    /** Organisations without a value that stands or waits, in the order of the tree; at most 500, and how many there are. */
    missing: v.array(v.strictObject({ org: OrgNode, state: EntryState, overdue: v.boolean() })),
    missingCount: Count,
    /** Whether the caller may have them reminded (`remind.remindNotReported`). */
    canRemind: v.boolean(),
    /** The last periods that are over, at most eight, in order; without those before it began. */
    periods: v.array(v.strictObject({ period: PeriodKey, ...Tally.entries })),
  }),
  errors: ['NOT_FOUND'],
})

const Verdict = v.strictObject({
  accept: v.boolean(),
  words: v.string(),
  at: Instant,
  /** null: the caller may see no names. */
  byName: v.nullable(v.string()),
})

/** One submission of an entry, as it came. */
export const ShownSubmission = v.strictObject({
  /** From 1. */
  n: Count,
  value: Decimal,
  document: SourceDocument,
  asOfDay: Day,
  note: v.string(),
  at: Instant,
  /** By the caller. */
  mine: v.boolean(),
  byName: v.nullable(v.string()),
  /** What stood before, when this is ten times as much or a tenth. */
  jumpFrom: v.nullable(Decimal),
  /** null: not judged, or replaced before it was. */
  verdict: v.nullable(Verdict),
})
export type ShownSubmission = v.InferOutput<typeof ShownSubmission>

/** An entry with everything that happened to it. */
export const ShownEntry = v.strictObject({
  state: EntryState,
  /** Rises with every change; 0: nothing was submitted. */
  revision: Count,
  /** The value that stands, and which submission it is. */
  standing: v.nullable(v.strictObject({ value: Decimal, n: Count })),
  /** The latest first. */
  submissions: v.array(ShownSubmission),
})
export type ShownEntry = v.InferOutput<typeof ShownEntry>

const Place = { orgId: Id, code: IndicatorCode, period: PeriodKey }

/** The entry of an organisation, and what is needed to fill it in or to judge it. */
export const getEntry = defineAction({
  fn: 'register',
  name: 'getEntry',
  input: v.strictObject(Place),
  output: v.strictObject({
    org: OrgNode,
    indicator: Indicator,
    period: PeriodKey,
    today: Day,
    entry: ShownEntry,
    /** The last accepted value of a period before this one. */
    last: v.nullable(v.strictObject({ period: PeriodKey, value: Decimal })),
    /** Whether it reports this period at all; and from which day on. */
    due: v.boolean(),
    opensOn: Day,
    overdue: v.boolean(),
    maySubmit: v.boolean(),
    /** Also of one that the caller submitted: then `submissions[0].mine`, and somebody else has to. */
    mayJudge: v.boolean(),
  }),
  errors: ['NOT_FOUND'],
})

/**
 * Reports a value. `was`: the revision that was seen; `key`: the same call again is answered alike. TENFOLD: it is ten times the last value, or a tenth, and
 * `jumpSeen` does not say that the person was asked.
 */
export const submitEntry = defineAction({
  fn: 'register',
  name: 'submitEntry',
  input: v.strictObject({
    ...Place,
    key: v.pipe(v.string(), v.regex(/^[a-z0-9-]{8,40}$/)),
    was: Revision,
    value: Decimal,
    document: SourceDocument,
    asOfDay: Day,
    note: v.optional(Words(0, 200), ''),
    jumpSeen: v.optional(v.boolean(), false),
  }),
  output: ShownEntry,
  errors: [
    'NOT_FOUND',
    'NOT_DUE',
    'PERIOD_NOT_OPEN',
    'AS_OF_DAY',
    'VALUE_WRONG',
    'TENFOLD',
    'KEY_USED',
    'ENTRY_FULL',
    'CHANGED_MEANWHILE',
    'TEXT_REFUSED',
  ],
})

/** Accepts or returns the submission that was seen, `n`. Not one's own. The same verdict again is answered alike. */
export const judgeEntry = defineAction({
  fn: 'register',
  name: 'judgeEntry',
  input: v.strictObject({
    ...Place,
    n: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
    verdict: v.variant('accept', [
      v.strictObject({ accept: v.literal(true) }),
      v.strictObject({ accept: v.literal(false), words: Words(2, 100) }),
    ]),
  }),
  output: ShownEntry,
  errors: ['NOT_FOUND', 'OWN_FIGURE', 'CHANGED_MEANWHILE', 'TEXT_REFUSED'],
})
