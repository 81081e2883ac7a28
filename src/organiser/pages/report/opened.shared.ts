import type { Figure } from '@/contracts/stats'
import { type FigureWords, figureWords } from '../../figure-words'
import type { ReportView } from './report.shared'

/** A figure of the text that was pressed, of the report's organisation or of one right below it; null when the text no longer has it. */
export function openedFigure(view: ReportView, code: string, orgId?: string) {
  const below = orgId === undefined ? undefined : view.below.find(({ org }) => org.id === orgId)
  const figure = (below?.figures ?? view.figures).find((one) => one.code === code)
  const { id, name } = below?.org ?? view.org
  return figure ? { figure, orgId: id, orgName: name } : null
}

/** A figure's words; of one that organisations report, by the name it has in the register. */
export function wordsIn({ indicators }: Pick<ReportView, 'indicators'>, figure: Figure): FigureWords {
  const words = figureWords(figure)
  const own = indicators.find(({ code }) => code === figure.code)
  return own ? { ...words, name: own.name, unit: own.unit, definition: own.definition } : words
}
