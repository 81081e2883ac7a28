import { AlignmentType, Footer, PageNumber, Paragraph, TextRun } from 'docx'
import { size, style } from './form'

/** One character of the page number's size, in twips: sizes are half-points. */
const ONE_CHARACTER = size.pageNumber * 10

const pageNumber = (side: 'left' | 'right'): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: style.pageNumber,
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: { [side]: ONE_CHARACTER },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })

/** — 1 — : odd pages right, even pages left, one character in. */
export const pageNumbers = () => ({ default: pageNumber('right'), even: pageNumber('left') })
