import type { ReportDocument, ReportRun } from '@/contracts/report'
import type { Figure } from '@/contracts/stats'

/** Reports of this kind are generally at most 4,000 characters. */
export const MOST_CHARACTERS = 4000

export interface ReportProblem {
  readonly rule:
    | 'tooLong'
    | 'empty'
    | 'leftover'
    | 'unknownFigure'
    | 'missingAsNumber'
    | 'peopleOverTimes'
    | 'outOfRange'
  /** Where: an excerpt of the text or codes of figures. For the log, in English. */
  readonly detail: string
}

/** What a template leaves behind when it was not filled. */
const leftover = /[{}]|\$[a-z]|\b(?:undefined|null|NaN|Infinity)\b|\[object/

/** Characters of the text, title and headings included. */
export function countCharacters(document: ReportDocument): number {
  return [document.title, ...textsOf(document)].reduce((sum, text) => sum + [...text].length, 0)
}

/** What must not be printed: checked before a report is built. Empty when nothing is wrong. */
export function lintReport(document: ReportDocument, figures: readonly Figure[]): ReportProblem[] {
  const byCode = new Map(figures.map((figure) => [figure.code, figure]))
  const characters = countCharacters(document)
  return [
    ...(characters > MOST_CHARACTERS ? [{ rule: 'tooLong' as const, detail: `${characters} characters` }] : []),
    ...lintText(document),
    ...runsOf(document).flatMap((run) => lintRun(run, byCode)),
    ...figures.flatMap((figure) => lintFigure(figure, byCode)),
  ]
}

const runsOf = ({ blocks }: ReportDocument): readonly ReportRun[] =>
  blocks.flatMap((block) => (block.type === 'paragraph' ? block.runs : []))

const textsOf = ({ blocks }: ReportDocument): string[] =>
  blocks.map((block) => (block.type === 'heading' ? block.text : block.runs.map(({ text }) => text).join('')))

function lintText(document: ReportDocument): ReportProblem[] {
  const texts = [document.title, document.signature, ...textsOf(document)]
  return texts.flatMap((text): ReportProblem[] => {
    if (text.trim() === '') return [{ rule: 'empty', detail: 'a title, signature or block without text' }]
    return leftover.test(text) ? [{ rule: 'leftover', detail: text.slice(0, 60) }] : []
  })
}

/** A run that says it is a figure must be one of the figures, and must not print a number that nobody has. */
function lintRun(run: ReportRun, byCode: ReadonlyMap<string, Figure>): ReportProblem[] {
  if (run.figure === undefined) return []
  const figure = byCode.get(run.figure)
  if (!figure) return [{ rule: 'unknownFigure', detail: run.figure }]
  const printsNumber = /\d/.test(run.text) && !run.missing
  return figure.value === null && printsNumber ? [{ rule: 'missingAsNumber', detail: run.figure }] : []
}

/** 人数 never exceeds 人次; a count is not negative; a ratio lies between 0 and 1. */
function lintFigure(figure: Figure, byCode: ReadonlyMap<string, Figure>): ReportProblem[] {
  const { code, value, numerator, denominator } = figure
  if (value === null) return []
  const problems: ReportProblem[] = []
  const times = code.endsWith('.people') ? byCode.get(code.replace(/people$/, 'times')) : undefined
  if (times?.value != null && value > times.value)
    problems.push({ rule: 'peopleOverTimes', detail: `${code} > ${times.code}` })
  const isRatio = numerator !== undefined && denominator !== undefined
  if (value < 0 || (isRatio && value > 1)) problems.push({ rule: 'outOfRange', detail: code })
  return problems
}
