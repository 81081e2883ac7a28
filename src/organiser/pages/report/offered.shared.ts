import { formatFigure, isMetric, metric } from '@/domain/metrics'
import type { ReportView } from './report.shared'

/** A figure that a writer can put into a sentence. */
export interface Offered {
  readonly code: string
  /** As it is printed. */
  readonly text: string
  readonly label: string
}

/** Figures with a value, by name: those of the register as they are called there. */
export function offeredFigures({ figures, indicators }: Pick<ReportView, 'figures' | 'indicators'>): Offered[] {
  return figures.flatMap((figure) => {
    const { code, state } = figure
    const entry = indicators.find((one) => one.code === code) ?? (isMetric(code) ? metric(code) : null)
    if (state !== 'ok' || entry === null) return []
    const text = formatFigure(figure, entry)
    return [{ code, text, label: `${entry.name} ${text}` }]
  })
}

/** Braces and line ends mean something else in a sentence. */
export const withoutBraces = (text: string): string => text.replace(/[{}]/g, '').replace(/[\r\n]+/g, '')
