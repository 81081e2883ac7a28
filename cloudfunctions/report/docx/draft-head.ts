import { size, style } from './form'
import { paragraph } from './paragraph'
import { element, namespaces, part } from './xml'

/** One character of the page number's size, in twips: sizes are half-points. */
const ONE_CHARACTER = size.pageNumber * 10
const WORDS = '草稿，未经签发'

const header = (path: string, side: 'left' | 'right') =>
  part(path, element('w:hdr', namespaces, paragraph(style.pageNumber, WORDS, { align: side, [side]: ONE_CHARACTER })))

/** A draft says on each page that it is one, on the side of the page number. */
export const draftHeads = [header('word/header-odd.xml', 'right'), header('word/header-even.xml', 'left')]
