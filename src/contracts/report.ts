import * as v from 'valibot'
import { defineAction } from './action'
import { Day, Id, Instant, periodFields, withinTwoYears } from './common'
import { Figure } from './stats'

/** A run of a sentence: words, or a figure that can be opened. `text` is what is printed. */
export const ReportRun = v.strictObject({
  text: v.string(),
  figure: v.optional(v.string()),
  missing: v.optional(v.boolean()),
})
export type ReportRun = v.InferOutput<typeof ReportRun>

/** A block of the report, top to bottom. Levels: 1 = 一、 2 = （一） */
export const ReportBlock = v.variant('type', [
  v.strictObject({ type: v.literal('heading'), level: v.picklist([1, 2]), text: v.string() }),
  v.strictObject({ type: v.literal('paragraph'), runs: v.array(ReportRun) }),
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

const reportInput = v.pipe(
  v.strictObject({ orgId: Id, ...periodFields }),
  v.check((p) => withinTwoYears(p), '时间段最长两年'),
)
const reportEntries = {
  orgId: Id,
  orgName: v.string(),
  from: Day,
  to: Day,
  asOf: Instant,
  document: ReportDocument,
  /** Every figure that the text uses, by code. */
  figures: v.array(Figure),
}

/** The report as it would be printed now. */
export const previewReport = defineAction({
  fn: 'report',
  name: 'previewReport',
  input: reportInput,
  output: v.strictObject(reportEntries),
  errors: ['NOT_FOUND'],
})

/** Writes the report as a Word file. Repeating it for the same organisation and period replaces that draft. */
export const buildReport = defineAction({
  fn: 'report',
  name: 'buildReport',
  input: reportInput,
  output: v.strictObject({
    ...reportEntries,
    fileId: v.string(),
    fileName: v.string(),
    /** A temporary URL of the file. */
    url: v.string(),
    bytes: v.pipe(v.number(), v.integer(), v.minValue(1)),
  }),
  errors: ['NOT_FOUND'],
})
