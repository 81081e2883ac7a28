import { AlignmentType, Paragraph, TextRun } from 'docx'
import type { ReportBlock, ReportDocument } from '@/contracts/report'
import { printedDay, splitTitle } from '@/domain/report'
import { CHARACTER, style } from './form'

/** A line of its own in one of the styles. */
export const lineOf = (styleId: string, text: string): Paragraph =>
  new Paragraph({ style: styleId, children: [new TextRun(text)] })

export const blankLine = (keepNext = false): Paragraph => new Paragraph({ style: style.line, keepNext })

/** The title's lines, centred, with a blank line after it. */
export const titleParagraphs = (title: string): Paragraph[] => [
  ...splitTitle(title).map((line) => lineOf(style.title, line)),
  blankLine(),
]

export function blockParagraph(block: ReportBlock): Paragraph {
  if (block.type === 'heading') return lineOf(block.level === 1 ? style.heading1 : style.heading2, block.text)
  return new Paragraph({ style: style.body, children: block.runs.map(({ text }) => new TextRun(text)) })
}

/** 附件：… one line below the text, two characters in (GB/T 9704-2012, 7.3.4). */
export const annexNote = (annexTitle: string): Paragraph[] => [blankLine(), lineOf(style.body, `附件：${annexTitle}`)]

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
  return [blankLine(true), blankLine(true), line(signature, signatureFree, true), line(printed, 4, false)]
}
