import { AlignmentType, Footer, PageNumber, Paragraph, TextRun } from 'docx'
import { font, size } from './form'

/** One character of the page number's size, in twips. */
const ONE_CHARACTER = (size.pageNumber / 2) * 20

function pageNumber(side: 'left' | 'right'): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: { [side]: ONE_CHARACTER },
        spacing: { before: 0, after: 0, line: 240 },
        children: [
          new TextRun({ font: font.pageNumber, size: size.pageNumber, children: ['— ', PageNumber.CURRENT, ' —'] }),
        ],
      }),
    ],
  })
}

/** — 1 — : odd pages right, even pages left, one character in. */
export const pageNumbers = () => ({ default: pageNumber('right'), even: pageNumber('left') })
