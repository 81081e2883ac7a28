import { AlignmentType, Paragraph, TextRun } from 'docx'
import type { ReportBlock, ReportDocument } from '@/contracts/report'
import { printedDay, splitTitle } from '@/domain/report'
import { CHARACTER, style } from './form'

interface LineOptions {
  /** On the same page as the next line. */
  readonly keepNext?: boolean
}

/** A paragraph in one of the styles. */
export const lineOf = (styleId: string, text: string, { keepNext }: LineOptions = {}): Paragraph =>
  new Paragraph({ style: styleId, keepNext, children: text === '' ? [] : [new TextRun(text)] })

export const blankLine = (options?: LineOptions): Paragraph => lineOf(style.line, '', options)

/** The title's lines, centred, with a blank line after it. */
export const titleParagraphs = (title: string): Paragraph[] => [
  ...splitTitle(title).map((line) => lineOf(style.title, line)),
  blankLine(),
]

/** The text. Its last paragraph stays with the signature: a signature never stands alone on a page. */
export const blockParagraphs = (blocks: readonly ReportBlock[]): Paragraph[] =>
  blocks.map((block, i) => blockParagraph(block, { keepNext: i === blocks.length - 1 }))

function blockParagraph(block: ReportBlock, options: LineOptions): Paragraph {
  if (block.type === 'heading') return lineOf(block.level === 1 ? style.heading1 : style.heading2, block.text, options)
  // words and figures look alike in print, so a paragraph is one run: LibreOffice loses a 、 that hangs at a line's end between two
  return lineOf(style.body, block.runs.map(({ text }) => text).join(''), options)
}

/** 附件：… one line below the text, two characters in (GB/T 9704-2012, 7.3.4). */
export const annexNote = (annexTitle: string): Paragraph[] => [
  blankLine({ keepNext: true }),
  lineOf(style.body, `附件：${annexTitle}`, { keepNext: true }),
]

/** Half a character for Latin letters and digits, one for the rest. */
const widthOf = (text: string): number => [...text].reduce((sum, c) => sum + (c < '\u0080' ? 0.5 : 1), 0)

/**
 * Signature and day, right-aligned. Four characters stay free right of the day; the signature stands above it, centred on it
 * (GB/T 9704-2012, 7.3.5.1), but never beyond the text block.
 */
export function signatureParagraphs({ signature, day }: Pick<ReportDocument, 'signature' | 'day'>): Paragraph[] {
  const printed = printedDay(day)
  const signatureFree = Math.max(0, 4 + (widthOf(printed) - widthOf(signature)) / 2)
  const line = (text: string, free: number, keepNext: boolean) =>
    new Paragraph({
      style: style.line,
      alignment: AlignmentType.RIGHT,
      indent: { right: Math.round(free * CHARACTER) },
      keepNext,
      children: [new TextRun(text)],
    })
  const blank = { keepNext: true }
  return [blankLine(blank), blankLine(blank), line(signature, signatureFree, true), line(printed, 4, false)]
}
