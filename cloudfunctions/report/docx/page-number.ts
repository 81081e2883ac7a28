import { size, style } from './form'
import { paragraphOf, run } from './paragraph'
import { element, namespaces, part } from './xml'

/** One character of the page number's size, in twips: sizes are half-points. */
const ONE_CHARACTER = size.pageNumber * 10

const numbered = run('— ') + element('w:fldSimple', { 'w:instr': ' PAGE ' }, run('1')) + run(' —')

const footer = (path: string, side: 'left' | 'right') =>
  part(
    path,
    element('w:ftr', namespaces, paragraphOf(style.pageNumber, numbered, { align: side, [side]: ONE_CHARACTER })),
  )

/** — 1 — : odd pages right, even pages left, one character in. */
export const oddFooter = footer('word/footer-odd.xml', 'right')
export const evenFooter = footer('word/footer-even.xml', 'left')
