import { AlignmentType, Paragraph, TextRun } from 'docx'
import type { ReportBlock, ReportDocument } from '@/contracts/report'
import { printedDay, splitTitle } from '@/domain/report'
import { blankLine, CHARACTER } from './form'

/** The title's lines, centred, with a blank line after it. */
export function titleParagraphs(title: string): Paragraph[] {
  const lines = splitTitle(title).map((text) => new Paragraph({ style: 'ReportTitle', children: [new TextRun(text)] }))
  return [...lines, new Paragraph(blankLine)]
}

export function blockParagraph(block: ReportBlock): Paragraph {
  if (block.type === 'heading')
    return new Paragraph({ style: `ReportHeading${block.level}`, children: [new TextRun(block.text)] })
  return new Paragraph({
    style: 'ReportBody',
    // with 22 lines to a page, a lone line at a page's edge stays where it falls
    widowControl: false,
    children: block.runs.map(({ text }) => new TextRun(text)),
  })
}

/** 附件：… one line below the text, two characters in. */
export const annexNote = (annexTitle: string): Paragraph[] => [
  new Paragraph(blankLine),
  new Paragraph({ style: 'ReportBody', children: [new TextRun(`附件：${annexTitle}`)] }),
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
      style: 'ReportBody',
      alignment: AlignmentType.RIGHT,
      indent: { firstLine: 0, firstLineChars: 0, right: Math.round(free * CHARACTER) },
      keepNext,
      children: [new TextRun(text)],
    })
  return [
    new Paragraph({ ...blankLine, keepNext: true }),
    new Paragraph({ ...blankLine, keepNext: true }),
    line(signature, signatureFree, true),
    line(printed, 4, false),
  ]
}
