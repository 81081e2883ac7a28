import * as v from 'valibot'
import { defineAction } from './action'
import { Count, Day, Id, Instant, periodFields, withinTwoYears } from './common'
import { OrgRef } from './identity'
import { Figure } from './stats'

/** A run of a sentence: words, or a figure that can be opened. `text` is what is printed. */
export const ReportRun = v.strictObject({
  text: v.string(),
  /** The code of the figure that is printed. */
  figure: v.optional(v.string()),
  /** Whose figure it is, when it is another organisation's than the report's. */
  orgId: v.optional(Id),
  /** Of a difference: the code of the figure that is subtracted from `figure`. */
  against: v.optional(v.string()),
  missing: v.optional(v.boolean()),
  /** A number that a person typed: it leads to no figure. */
  untraced: v.optional(v.boolean()),
})
export type ReportRun = v.InferOutput<typeof ReportRun>

/** The id of a sentence: of the template's (`quiz.taken`), or of one that a person added (`added.<key>`). */
export const SentenceId = v.pipe(v.string(), v.regex(/^[a-z][A-Za-z0-9]{0,23}\.[A-Za-z0-9]{1,24}$/))

/** What a person did to a sentence: wrote it anew or added it, when, and whether the figures under it have changed since. */
const ManualMark = v.strictObject({
  kind: v.picklist(['rewrite', 'add']),
  /** Who; their name stands in the report's `people`, for those who may read names. */
  by: Id,
  at: Instant,
  /** The template would now say something else than when it was written. */
  conflict: v.boolean(),
  /** What the template says now; null: nothing, or it is an added one. */
  instead: v.nullable(v.string()),
})

export const ReportSentence = v.strictObject({
  id: v.string(),
  runs: v.array(ReportRun),
  /** Present when a person wrote it. */
  manual: v.optional(ManualMark),
})
export type ReportSentence = v.InferOutput<typeof ReportSentence>

/** A block of the report, top to bottom. Levels: 1 = 一、 2 = （一） `number`: 1. before a numbered paragraph. */
export const ReportBlock = v.variant('type', [
  v.strictObject({ type: v.literal('heading'), level: v.picklist([1, 2]), text: v.string() }),
  v.strictObject({
    type: v.literal('paragraph'),
    section: v.string(),
    number: v.optional(v.string()),
    sentences: v.array(ReportSentence),
  }),
])
export type ReportBlock = v.InferOutput<typeof ReportBlock>

export const ReportDocument = v.strictObject({
  title: v.string(),
  blocks: v.array(ReportBlock),
  /** Whose report, and its day, as they are printed under the text. */
  signature: v.string(),
  day: Day,
})
export type ReportDocument = v.InferOutput<typeof ReportDocument>

/** 起草中 · 待复核 · 待签发 · 已签发 */
export const ReportState = v.picklist(['draft', 'submitted', 'reviewed', 'issued'])
export type ReportState = v.InferOutput<typeof ReportState>

/** What can be done to a version next. */
export const ReportStep = v.picklist([
  'open',
  'edit',
  'refresh',
  'submit',
  'recall',
  'accept',
  'return',
  'issue',
  'renew',
])
export type ReportStep = v.InferOutput<typeof ReportStep>

/** Something that is wrong with a report (error: it cannot be submitted), or that a person should look at. */
export const ReportProblem = v.strictObject({
  rule: v.picklist([
    'tooLong',
    'empty',
    'leftover',
    'unknownFigure',
    'missingAsNumber',
    'peopleOverTimes',
    'partOverWhole',
    'outOfRange',
    'untraced',
    'foreignPlace',
    'conflict',
  ]),
  level: v.picklist(['error', 'warning']),
  /** For the writer: what is wrong and where. */
  say: v.string(),
  /** The sentence that it is about, when it is about one. */
  sentence: v.optional(v.string()),
})
export type ReportProblem = v.InferOutput<typeof ReportProblem>

/** Figures of an organisation right below the report's, by which it is named when it lies far behind. */
export const BelowFigures = v.strictObject({
  org: v.strictObject({ id: Id, name: v.string() }),
  figures: v.array(Figure),
})
export type BelowFigures = v.InferOutput<typeof BelowFigures>

/** Name, unit, kind and definition of a figure, for those that the registry of this release does not have (台账). */
export const ReportIndicator = v.strictObject({
  code: v.string(),
  name: v.string(),
  unit: v.string(),
  kind: v.picklist(['sum', 'latest']),
  definition: v.string(),
})
export type ReportIndicator = v.InferOutput<typeof ReportIndicator>

export const ReportVersion = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99))
const Revision = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000))

const reportFields = { orgId: Id, ...periodFields }
const versionFields = { ...reportFields, version: ReportVersion }
const TOO_LONG = '时间段最长两年'
/** A version, and the revision of it that the person has before them. */
const changeFields = { ...versionFields, revision: Revision }
const Words = v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(300))
const SentenceText = v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(500), v.regex(/^[^{}\n\r]{2,500}$/))

export const ReportView = v.strictObject({
  org: OrgRef,
  from: Day,
  to: Day,
  /** 0: there is none yet, this is how it would read now. */
  version: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99)),
  /** The latest version that there is; 0: none. */
  latest: Count,
  state: ReportState,
  revision: Count,
  /** Facts recorded up to this instant are in the figures. */
  asOf: Instant,
  document: ReportDocument,
  /** Every figure that the text uses, by code. */
  figures: v.array(Figure),
  below: v.array(BelowFigures),
  indicators: v.array(ReportIndicator),
  /** The template's sentences that a person left out. */
  omitted: v.array(v.strictObject({ id: v.string(), text: v.string(), by: Id, at: Instant })),
  problems: v.array(ReportProblem),
  characters: Count,
  /** What happened to it, in order. */
  steps: v.array(v.strictObject({ step: ReportStep, by: Id, at: Instant, words: v.nullable(v.string()) })),
  /** What the caller may do next. */
  may: v.array(ReportStep),
  /** Why there is this version; null: it is the first. */
  reason: v.nullable(v.string()),
  /** Of an issued one: SHA-256 of what was frozen. */
  fingerprint: v.nullable(v.string()),
  /** Names of those in `steps` and `manual`; empty for who may not read names. */
  people: v.array(v.strictObject({ id: Id, name: v.string() })),
})
export type ReportView = v.InferOutput<typeof ReportView>

/** A report: the version asked for, or the latest; when there is none yet, as it would read now (version 0, nothing is kept). */
export const getReport = defineAction({
  fn: 'report',
  name: 'getReport',
  input: v.pipe(
    v.strictObject({ ...reportFields, version: v.optional(ReportVersion) }),
    v.check((p) => withinTwoYears(p), TOO_LONG),
  ),
  output: ReportView,
  errors: ['NOT_FOUND'],
})

/**
 * Begins the first version, or, with a reason, the one after an issued one, with the figures of now. When there is one that is not issued yet it is that, so a
 * repeat is harmless.
 */
export const openVersion = defineAction({
  fn: 'report',
  name: 'openVersion',
  input: v.pipe(
    v.strictObject({ ...reportFields, reason: v.optional(Words) }),
    v.check((p) => withinTwoYears(p), TOO_LONG),
  ),
  output: ReportView,
  errors: ['NOT_FOUND', 'REASON_NEEDED', 'TOO_MUCH'],
})

/** Computes a draft's figures anew; what people wrote stays, and is marked where the figures under it changed. */
export const refreshReport = defineAction({
  fn: 'report',
  name: 'refreshReport',
  input: v.strictObject(changeFields),
  output: ReportView,
  errors: ['NOT_FOUND', 'CHANGED_MEANWHILE'],
})

/** Of an added sentence: chosen by the phone, so that the same one sent again is the same. */
export const SentenceKey = v.pipe(v.string(), v.regex(/^[a-z0-9]{8,24}$/))

/** One change of the text. `figures`: codes of figures whose printed numbers stand in the words besides those of the sentence itself. */
export const ReportEditInput = v.variant('kind', [
  v.strictObject({
    kind: v.literal('rewrite'),
    sentence: SentenceId,
    text: SentenceText,
    figures: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(60))), v.maxLength(20)), []),
  }),
  v.strictObject({ kind: v.literal('omit'), sentence: SentenceId }),
  v.strictObject({
    kind: v.literal('add'),
    key: SentenceKey,
    /** The sentence after which it stands. */
    after: SentenceId,
    text: SentenceText,
    figures: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(60))), v.maxLength(20)), []),
  }),
  /** Back to the template; an added one is taken out. */
  v.strictObject({ kind: v.literal('restore'), sentence: SentenceId }),
  /** The words stay although the figures under them changed: they were looked at. */
  v.strictObject({ kind: v.literal('keep'), sentence: SentenceId }),
])
export type ReportEditInput = v.InferOutput<typeof ReportEditInput>

/** Changes one sentence of a draft. The same change sent again is answered alike; of two people at once the second is told (CHANGED_MEANWHILE). */
export const editReport = defineAction({
  fn: 'report',
  name: 'editReport',
  input: v.strictObject({ ...changeFields, edit: ReportEditInput }),
  output: ReportView,
  errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'TOO_MUCH'],
})

/** Hands a draft over for review (送复核), or takes that back as long as nobody has reviewed it. */
export const submitReport = defineAction({
  fn: 'report',
  name: 'submitReport',
  input: v.strictObject({ ...changeFields, recall: v.optional(v.boolean(), false) }),
  output: ReportView,
  errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'REPORT_FAULTY'],
})

/** Accepts what somebody else wrote, or returns it with words on what is to be done (also one that was reviewed and is not issued). */
export const reviewReport = defineAction({
  fn: 'report',
  name: 'reviewReport',
  input: v.variant('accept', [
    v.strictObject({ ...changeFields, accept: v.literal(true) }),
    v.strictObject({ ...changeFields, accept: v.literal(false), words: Words }),
  ]),
  output: ReportView,
  errors: ['NOT_FOUND', 'CHANGED_MEANWHILE'],
})

/** Issues what others wrote and reviewed, and freezes it: text, figures, rules, fingerprint. */
export const issueReport = defineAction({
  fn: 'report',
  name: 'issueReport',
  input: v.strictObject(changeFields),
  output: ReportView,
  errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'REPORT_FAULTY'],
})

/** An organisation's reports, every version, latest first; at most 100. */
export const listReports = defineAction({
  fn: 'report',
  name: 'listReports',
  input: v.strictObject({ orgId: Id }),
  output: v.strictObject({
    org: OrgRef,
    /** Whether the caller may begin one. */
    mayOpen: v.boolean(),
    reports: v.array(
      v.strictObject({
        from: Day,
        to: Day,
        version: ReportVersion,
        state: ReportState,
        returned: v.boolean(),
        updatedAt: Instant,
        fingerprint: v.nullable(v.string()),
      }),
    ),
  }),
  errors: ['NOT_FOUND'],
})

/** What differs between two versions: figures by their printed values, and sentences. null: it is not in that version. */
export const compareVersions = defineAction({
  fn: 'report',
  name: 'compareVersions',
  input: v.strictObject({ ...versionFields, with: ReportVersion }),
  output: v.strictObject({
    version: ReportVersion,
    with: ReportVersion,
    reason: v.nullable(v.string()),
    figures: v.array(
      v.strictObject({
        code: v.string(),
        name: v.string(),
        before: v.nullable(v.string()),
        after: v.nullable(v.string()),
      }),
    ),
    sentences: v.array(
      v.strictObject({ id: v.string(), before: v.nullable(v.string()), after: v.nullable(v.string()) }),
    ),
  }),
  errors: ['NOT_FOUND'],
})

/**
 * Computes the figures of a version anew from the ledger as it was at the instant of its data: entries recorded until then, with the roster and tree that were kept.
 * `compared` are figures of its organisation and of those right below. `kept`: figures that come from no ledger and are compared with nothing; they stand as they were
 * frozen. An issued version that is damaged, or whose tree and roster are gone, has nothing compared and is neither equal nor intact.
 */
export const reproduceReport = defineAction({
  fn: 'report',
  name: 'reproduceReport',
  input: v.strictObject(versionFields),
  output: v.strictObject({
    version: ReportVersion,
    asOf: Instant,
    /** Entries of the ledger that were read, and those of them that were recorded later and left out. */
    entries: Count,
    later: Count,
    compared: Count,
    kept: Count,
    equal: v.boolean(),
    differences: v.array(
      v.strictObject({ code: v.string(), name: v.string(), frozen: v.string(), now: v.string(), why: v.string() }),
    ),
    /** Whether the frozen content still has its fingerprint, and tree and roster those that are in it; null: the version is not issued. */
    intact: v.nullable(v.boolean()),
  }),
  errors: ['NOT_FOUND', 'TOO_MUCH'],
})

/**
 * Writes the report as a file: Word in the form of an official document, or the Excel annex. Without a version: the latest, or, when there is none, the text as it
 * would read now. A file of an issued version is always the same, byte by byte.
 */
export const buildReport = defineAction({
  fn: 'report',
  name: 'buildReport',
  input: v.pipe(
    v.strictObject({
      ...reportFields,
      version: v.optional(ReportVersion),
      form: v.optional(v.picklist(['word', 'excel']), 'word'),
    }),
    v.check((p) => withinTwoYears(p), TOO_LONG),
  ),
  output: v.strictObject({
    version: Count,
    state: ReportState,
    fileId: v.string(),
    fileName: v.string(),
    /** A temporary URL of the file. */
    url: v.string(),
    bytes: v.pipe(v.number(), v.integer(), v.minValue(1)),
  }),
  errors: ['NOT_FOUND', 'REPORT_FAULTY'],
})
