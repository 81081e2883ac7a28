import type { StyleId } from './form'
import { element, escapeXml, value } from './xml'

interface ParagraphOptions {
  /** On the same page as the next paragraph. */
  readonly keepNext?: boolean
  readonly pageBreakBefore?: boolean
  readonly align?: 'left' | 'right'
  /** Twips free on a side, besides those of the style. */
  readonly left?: number
  readonly right?: number
}

export const run = (text: string): string =>
  text === '' ? '' : element('w:r', {}, element('w:t', { 'xml:space': 'preserve' }, escapeXml(text)))

/** A paragraph of runs in one of the styles. The order of properties is the schema's (CT_PPr). */
export function paragraphOf(style: StyleId, runs: string, options: ParagraphOptions = {}): string {
  const { keepNext, pageBreakBefore, align, left, right } = options
  const indent = {
    ...(left === undefined ? {} : { 'w:left': left }),
    ...(right === undefined ? {} : { 'w:right': right }),
  }
  return element(
    'w:p',
    {},
    element(
      'w:pPr',
      {},
      value('w:pStyle', style),
      keepNext ? element('w:keepNext') : '',
      pageBreakBefore ? element('w:pageBreakBefore') : '',
      Object.keys(indent).length > 0 ? element('w:ind', indent) : '',
      align ? value('w:jc', align) : '',
    ),
    runs,
  )
}

/** A paragraph of one text. */
export const paragraph = (style: StyleId, text: string, options?: ParagraphOptions): string =>
  paragraphOf(style, run(text), options)
