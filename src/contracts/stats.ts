import * as v from 'valibot'
import { defineAction } from './action'
import { Count, Day, Id, Instant, ParticipationKind, periodFields, withinTwoYears } from './common'
import { Category, OrganisationKind } from './identity'
import { ThemeDayForm } from './themeday'

/** One figure for one organisation and period. The registry (domain/metrics) has its name, unit and definition by `code`. */
export const Figure = v.strictObject({
  code: v.string(),
  /** null when `state` is not `ok`: no data is not zero. A ratio is a fraction (0.834), not a percentage. */
  value: v.nullable(v.number()),
  /**
   * ok · noSource: nothing in the system records this yet · notDue: a ratio whose denominator is zero · incomplete: some of those who should report it have
   * not (`reported` of `due`), so there is no number yet · suppressed: too few organisations (fewer than 5) to be shown by themselves.
   */
  state: v.picklist(['ok', 'noSource', 'notDue', 'incomplete', 'suppressed']),
  /** For ratios: what was divided. */
  numerator: v.optional(Count),
  denominator: v.optional(Count),
  /** Of a figure that organisations report: how many have, and how many should. Given whether or not it is complete. */
  reported: v.optional(Count),
  due: v.optional(Count),
  /** Of a figure over organisations: how many there are (n). */
  organisations: v.optional(Count),
})
export type Figure = v.InferOutput<typeof Figure>

export const OrgNode = v.strictObject({
  id: Id,
  name: v.string(),
  kind: OrganisationKind,
  category: v.nullable(Category),
})
export type OrgNode = v.InferOutput<typeof OrgNode>

/** Restricts figures to some of the members; what is not given does not restrict. */
export const AgeBand = v.picklist(['to35', 'from36To45', 'from46To60', 'from61'])
export type AgeBand = v.InferOutput<typeof AgeBand>

export const Slice = v.strictObject({
  /** 流动党员: for what was done, those who were mobile members then; for the roster, those who are at the end of the period. */
  mobile: v.optional(v.literal(true)),
  /** 预备党员 at the end of the period. */
  probationary: v.optional(v.literal(true)),
  /** By the calendar year of birth, in the year in which the period ends. */
  age: v.optional(AgeBand),
  /** Members of branches of this category. */
  category: v.optional(Category),
})
export type Slice = v.InferOutput<typeof Slice>

/** 人数 and 人次. */
const Counts = v.strictObject({ people: Count, times: Count })

const TrendStop = v.strictObject({ from: Day, to: Day, quiz: Counts, lesson: Counts, themeday: Counts })

/** Members on the roster at the end of the period who have not taken part, and those of them who are mobile members. */
const Missing = v.strictObject({ missing: Count, mobile: Count })

/** Of an organisation with more children than this (no real one has) the others are left out of an answer, which must stay below 1 MB. */
export const MOST_CHILDREN = 800

/**
 * Figures of an organisation in a period and in the one before, and of its children, with the tail of facts that the index has not folded yet. Of the
 * children only those by which they are drawn (`childCodes` in domain/metrics).
 */
export const getOverview = defineAction({
  fn: 'stats',
  name: 'getOverview',
  input: v.pipe(
    v.strictObject({ orgId: Id, ...periodFields, slice: v.optional(Slice, {}) }),
    v.check((p) => withinTwoYears(p), '时间段最长两年'),
  ),
  output: v.strictObject({
    org: OrgNode,
    /** From the top organisation that the caller may see down to this one. */
    trail: v.array(OrgNode),
    from: Day,
    to: Day,
    /** Facts recorded up to this instant are in the figures. */
    asOf: Instant,
    counts: v.strictObject({ committees: Count, branches: Count, members: Count, mobile: Count }),
    figures: v.array(Figure),
    /** Of each kind; their number is the denominator of the kind's rate less its numerator. */
    missing: v.strictObject({ quiz: Missing, lesson: Missing, themeday: Missing }),
    /**
     * The period before (`periodBefore` in domain/time, of as much of the period as is over): the same figures, but for kinds of which nothing is
     * recorded in its first month, and its trend. null: the period lies ahead or is longer than a year.
     */
    before: v.nullable(v.strictObject({ from: Day, to: Day, figures: v.array(Figure), trend: v.array(TrendStop) })),
    children: v.array(v.strictObject({ org: OrgNode, members: Count, figures: v.array(Figure) })),
    /** How many children are left out. */
    childrenLeft: Count,
    /** The period in weeks (the first and the last may be short), or in months when it is longer than a quarter; for every kind. */
    trendUnit: v.picklist(['week', 'month']),
    trend: v.array(TrendStop),
  }),
  errors: ['NOT_FOUND'],
})

/** A month of an organisation: numerator and denominator; null: no data, which is not zero (`heatOf` in domain/metrics). */
const HeatCell = v.nullable(v.tuple([Count, Count]))

/** The rate of an organisation and of its children in the twelve months that end with a day's: where it is uneven, and since when. */
export const getHeat = defineAction({
  fn: 'stats',
  name: 'getHeat',
  input: v.strictObject({ orgId: Id, kind: ParticipationKind, to: Day, slice: v.optional(Slice, {}) }),
  output: v.strictObject({
    org: OrgNode,
    asOf: Instant,
    /** The figure that is shown: a rate. */
    code: v.string(),
    /** 'YYYY-MM', in order. */
    months: v.array(v.pipe(v.string(), v.regex(/^\d{4}-\d\d$/))),
    cells: v.array(HeatCell),
    children: v.array(v.strictObject({ org: OrgNode, cells: v.array(HeatCell) })),
    childrenLeft: Count,
  }),
  errors: ['NOT_FOUND'],
})

/** Who has not taken part. Names go to those responsible for the people; others get counts. */
export const listMissing = defineAction({
  fn: 'stats',
  name: 'listMissing',
  input: v.pipe(
    v.strictObject({
      orgId: Id,
      kind: ParticipationKind,
      /** Who has not taken part in theme days of this form. */
      form: v.optional(v.nullable(ThemeDayForm), null),
      ...periodFields,
      slice: v.optional(Slice, {}),
      /** Where the last page ended. */
      after: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff_ffff))),
    }),
    v.check((p) => withinTwoYears(p), '时间段最长两年'),
  ),
  output: v.strictObject({
    org: OrgNode,
    asOf: Instant,
    members: Count,
    missing: Count,
    missingMobile: Count,
    /** Branches with someone missing, most first; at most 200. */
    branches: v.array(v.strictObject({ org: OrgNode, members: Count, missing: Count })),
    /** null when the caller may see counts only. At most 100 a page, in the order of the tree. */
    people: v.nullable(v.array(v.strictObject({ id: Id, name: v.string(), orgName: v.string(), mobile: v.boolean() }))),
    next: v.nullable(Count),
    /** Whether the caller may have them reminded. */
    canRemind: v.boolean(),
  }),
  errors: ['NOT_FOUND'],
})

const Recounted = v.strictObject({
  people: Count,
  times: Count,
  sessions: Count,
  mobilePeople: Count,
  mobileTimes: Count,
  /** Members on the roster at the end of the period, and those of them who did not take part. */
  members: Count,
  missing: Count,
  /** Theme days only: who came of those expected. */
  actual: Count,
  expected: Count,
})

/**
 * The figures of one kind from the index, and the same straight from the ledger by other code, at most 31 days: proof that they
 * agree, or the place where they do not.
 */
export const recountFigures = defineAction({
  fn: 'stats',
  name: 'recountFigures',
  input: v.pipe(
    v.strictObject({ orgId: Id, kind: ParticipationKind, ...periodFields }),
    v.check(({ from, to }) => from <= to, '开始日期不能晚于结束日期'),
    v.check(({ from, to }) => Date.parse(to) - Date.parse(from) <= 30 * 86_400_000, '核对的时间段最长三十一天'),
  ),
  output: v.strictObject({
    org: OrgNode,
    kind: ParticipationKind,
    from: Day,
    to: Day,
    asOf: Instant,
    /** Entries of the ledger that were read, corrections included. */
    entries: Count,
    index: Recounted,
    ledger: Recounted,
    equal: v.boolean(),
  }),
  errors: ['NOT_FOUND', 'TOO_MUCH'],
})
