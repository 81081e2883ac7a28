import * as v from 'valibot'
import { defineAction } from './action'
import { Count, Day, Id } from './common'
import { Category } from './identity'
import { OrgNode } from './stats'

/** 台账: figures that organisations report by hand, each with the paper that it stands on. */

const Words = (least: number, most: number) => v.pipe(v.string(), v.trim(), v.minLength(least), v.maxLength(most))

/** How often something was changed, as its editor saw it. */
export const Revision = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000))

/** What an indicator is called by the report's text: `poverty.road_km`. Unique in the county, and never that of a metric. */
export const IndicatorCode = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]{1,19}\.[a-z][a-z0-9_]{1,27}$/))
export type IndicatorCode = v.InferOutput<typeof IndicatorCode>

/**
 * An amount in decimal digits, exact: '12.5'. At most ten digits before the point and two behind it; how many an indicator has is its own.
 */
export const Decimal = v.pipe(v.string(), v.regex(/^-?(0|[1-9]\d{0,9})(\.\d{1,2})?$/))
export type Decimal = v.InferOutput<typeof Decimal>

/** How the values of several periods become one: added up, or the last one stands. Organisations are always added up. */
export const FoldKind = v.picklist(['sum', 'latest'])
export type FoldKind = v.InferOutput<typeof FoldKind>

/** How often it is reported. `once`: one value that stands from then on. */
export const Cycle = v.picklist(['month', 'quarter', 'year', 'once'])
export type Cycle = v.InferOutput<typeof Cycle>

/** A reporting period: `2026-11`, `2026-Q4`, `2026`, `once`. */
export const PeriodKey = v.pipe(v.string(), v.regex(/^(20\d\d(-(0[1-9]|1[0-2])|-Q[1-4])?|once)$/))
export type PeriodKey = v.InferOutput<typeof PeriodKey>

/** Who reports: of the organisations of these kinds the highest on each way down, so that nobody's figure is in another's. */
export const Reporters = v.strictObject({
  kinds: v.pipe(v.array(v.picklist(['committee', 'generalBranch', 'branch'])), v.minLength(1), v.maxLength(3)),
  /** Only those of these categories, or with a branch of them below; none: all. */
  categories: v.pipe(v.array(Category), v.maxLength(8)),
})
export type Reporters = v.InferOutput<typeof Reporters>

/** What of an indicator may change; from a day on. */
const changing = {
  name: Words(2, 30),
  /** What is counted and what is not, for whoever reports it. */
  definition: Words(5, 300),
  reporters: Reporters,
}

/** What never changes: another unit or fold is another indicator. */
const lasting = {
  code: IndicatorCode,
  unit: Words(1, 6),
  kind: FoldKind,
  /** Digits behind the point. */
  decimals: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2)),
  cycle: Cycle,
  /** Whether it may be below zero. */
  negative: v.boolean(),
}

/** An indicator as it stands on a day. */
export const Indicator = v.strictObject({
  ...lasting,
  ...changing,
  /** In whose subtree it is reported. */
  orgId: Id,
  /** One of the report's own, which is there without anybody's defining it. */
  builtIn: v.boolean(),
  /** Periods that end before this day are not reported. */
  from: Day,
  /** The last day; periods that end later are not reported. null: it goes on. */
  until: v.nullable(Day),
  /** How often it was changed: whoever changes it says what they saw. 0: nobody has. */
  revision: Count,
})
export type Indicator = v.InferOutput<typeof Indicator>

/** The indicators that are reported in an organisation's subtree, or of which it is a part; and whether the caller may change them. */
export const listIndicators = defineAction({
  fn: 'register',
  name: 'listIndicators',
  input: v.strictObject({ orgId: Id }),
  output: v.strictObject({
    org: OrgNode,
    /** Those of the organisation itself may be changed by the caller. */
    mayDefine: v.boolean(),
    indicators: v.array(Indicator),
  }),
  errors: ['NOT_FOUND'],
})

/**
 * Defines an indicator for an organisation's subtree (`was` 0), or changes its name, definition or reporters from a day on (`was`: the revision that was seen); what
 * it was stays visible. The built-in ones are changed at the top of the tree, and are there with `was` 0. The same call again is answered alike.
 * INDICATOR_TAKEN: the code has a meaning already. INDICATOR_FIXED: unit, kind, decimals, cycle and sign never change. INDICATOR_DAY: earlier than the last change.
 */
export const defineIndicator = defineAction({
  fn: 'register',
  name: 'defineIndicator',
  input: v.strictObject({ orgId: Id, ...lasting, ...changing, from: Day, was: Revision }),
  output: Indicator,
  errors: [
    'NOT_FOUND',
    'INDICATOR_TAKEN',
    'INDICATOR_FIXED',
    'INDICATOR_DAY',
    'INDICATOR_FULL',
    'CHANGED_MEANWHILE',
    'TEXT_REFUSED',
  ],
})

/** Ends an indicator with a day, or lets it go on (null). What was reported stays. The same call again is answered alike. */
export const retireIndicator = defineAction({
  fn: 'register',
  name: 'retireIndicator',
  input: v.strictObject({
    orgId: Id,
    code: IndicatorCode,
    until: v.nullable(Day),
    was: Revision,
  }),
  output: Indicator,
  errors: ['NOT_FOUND', 'INDICATOR_DAY', 'CHANGED_MEANWHILE'],
})
