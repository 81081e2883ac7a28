import type { ReportDocument } from '@/contracts/report'
import type { Figure } from '@/contracts/stats'
import { formatFigure } from '../metrics'
import { textOfRuns } from './edit'
import type { MetricLookup } from './registry'
import { sentencesOf } from './text'

interface Version {
  readonly document: ReportDocument
  readonly figures: readonly Figure[]
}

export interface FigureChange {
  readonly code: string
  readonly name: string
  readonly before: string | null
  readonly after: string | null
}

export interface SentenceChange {
  readonly id: string
  readonly before: string | null
  readonly after: string | null
}

/** The exact value with its parts: two ratios that print alike may still differ. */
function exact(figure: Figure | undefined, metric: MetricLookup): string | null {
  if (!figure) return null
  const { numerator, denominator, reported, due } = figure
  const parts = numerator === undefined || denominator === undefined ? '' : `（${numerator}÷${denominator}）`
  const sources = figure.state === 'incomplete' && due !== undefined ? `（${due}个单位中${reported ?? 0}个）` : ''
  return formatFigure(figure, metric(figure.code)) + parts + sources
}

/** Figures that are not the same, in the order of the newer version; those that it no longer has at the end. */
export function changedFigures(before: Version, after: Version, metric: MetricLookup): FigureChange[] {
  const old = new Map(before.figures.map((figure) => [figure.code, figure]))
  const now = new Map(after.figures.map((figure) => [figure.code, figure]))
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((code) => {
    const change = { before: exact(old.get(code), metric), after: exact(now.get(code), metric) }
    return change.before === change.after ? [] : [{ code, name: metric(code).name, ...change }]
  })
}

/** Sentences that are not the same, likewise. */
export function changedSentences(before: ReportDocument, after: ReportDocument): SentenceChange[] {
  const textsOf = ({ blocks }: ReportDocument) =>
    new Map(blocks.flatMap((block) => sentencesOf(block).map(({ id, runs }) => [id, textOfRuns(runs)] as const)))
  const old = textsOf(before)
  const now = textsOf(after)
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((id) => {
    const change = { before: old.get(id) ?? null, after: now.get(id) ?? null }
    return change.before === change.after ? [] : [{ id, ...change }]
  })
}
