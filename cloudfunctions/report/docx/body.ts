import type { ReportBlock, ReportDocument } from '@/contracts/report'
import { printedDay, splitTitle, textOfBlock } from '@/domain/report'
import { CHARACTER, style } from './form'
import { paragraph } from './paragraph'

const together = { keepNext: true }

/** The title's lines, centred, with a blank line after it. */
export const titleParagraphs = (title: string): string[] => [
  ...splitTitle(title).map((line) => paragraph(style.title, line)),
  paragraph(style.line, ''),
]

/** The text. Its last paragraph stays with the signature: a signature never stands alone on a page. */
export const blockParagraphs = (blocks: readonly ReportBlock[]): string[] =>
  blocks.map((block, i) => {
    const options = { keepNext: i === blocks.length - 1 }
    if (block.type === 'heading') {
      return paragraph(block.level === 1 ? style.heading1 : style.heading2, block.text, options)
    }
    // words and figures look alike in print, so a paragraph is one run
    return paragraph(style.body, textOfBlock(block), options)
  })

/** 附件：… one line below the text, two characters in (GB/T 9704-2012, 7.3.4). */
export const annexNote = (annexTitle: string): string[] => [
  paragraph(style.line, '', together),
  paragraph(style.body, `附件：${annexTitle}`, together),
]

/** Half a character for Latin letters and digits, one for the rest. */
const widthOf = (text: string): number => [...text].reduce((sum, c) => sum + (c < '\u0080' ? 0.5 : 1), 0)

/**
 * Signature and day, right-aligned. Four characters stay free right of the day; the signature stands above it, centred on it
 * (GB/T 9704-2012, 7.3.5.1), but never beyond the text block.
 */
export function signatureParagraphs({ signature, day }: Pick<ReportDocument, 'signature' | 'day'>): string[] {
  const printed = printedDay(day)
  const signatureFree = Math.max(0, 4 + (widthOf(printed) - widthOf(signature)) / 2)
  const right = (free: number) => ({ align: 'right' as const, right: Math.round(free * CHARACTER) })
  const blank = paragraph(style.line, '', together)
  return [
    blank,
    blank,
    paragraph(style.line, signature, { ...right(signatureFree), ...together }),
    paragraph(style.line, printed, right(4)),
  ]
}
