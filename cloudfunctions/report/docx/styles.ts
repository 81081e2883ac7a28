import { CHARACTER, CHARACTER_SPACING, font, LINE_PITCH, type StyleId, size, style } from './form'
import { element, namespaces, part, value } from './xml'

/** The named styles, so that a person who edits the draft changes a style here and there and not every line. */
interface ParagraphStyle {
  readonly id: StyleId
  readonly name: string
  readonly font: string
  /** Half-points. */
  readonly size: number
  /** Twips between characters. */
  readonly spacing?: number
  readonly align: 'both' | 'center' | 'left'
  /** Two characters free at the start. */
  readonly indented?: boolean
  /** Exact line height in twips; null for a line as high as its text. */
  readonly line: number | null
  /** A heading: its level in the outline, from 0. */
  readonly outline?: number
}

const body = { size: size.body, spacing: CHARACTER_SPACING, line: LINE_PITCH }
const table = { size: size.table, line: 300 }

const styles: readonly ParagraphStyle[] = [
  { id: style.title, name: '公文标题', font: font.title, size: size.title, align: 'center', line: LINE_PITCH },
  { ...body, id: style.body, name: '公文正文', font: font.body, align: 'both', indented: true },
  { ...body, id: style.line, name: '公文单行', font: font.body, align: 'left' },
  { ...body, id: style.heading1, name: '公文一级标题', font: font.heading1, align: 'left', indented: true, outline: 0 },
  { ...body, id: style.heading2, name: '公文二级标题', font: font.heading2, align: 'left', indented: true, outline: 1 },
  { ...body, id: style.annexLabel, name: '公文附件', font: font.heading1, align: 'left' },
  { id: style.pageNumber, name: '公文页码', font: font.pageNumber, size: size.pageNumber, align: 'left', line: null },
  { ...table, id: style.tableHead, name: '公文附表表头', font: font.heading1, align: 'center' },
  { ...table, id: style.table, name: '公文附表', font: font.body, align: 'left' },
]

/** Digits and letters in the same face as the 汉字 around them. */
const fonts = (name: string) =>
  element('w:rFonts', { 'w:ascii': name, 'w:eastAsia': name, 'w:hAnsi': name, 'w:cs': name })
const sizes = (halfPoints: number) => value('w:sz', halfPoints) + value('w:szCs', halfPoints)

/** Characters for Word and WPS, twips for programs that know only lengths. */
const indentOfTwo = element('w:ind', { 'w:firstLineChars': 200, 'w:firstLine': 2 * CHARACTER })

function paragraphStyle(s: ParagraphStyle): string {
  const line = s.line === null ? { 'w:line': 240, 'w:lineRule': 'auto' } : { 'w:line': s.line, 'w:lineRule': 'exact' }
  const isHeading = s.outline !== undefined
  return element(
    'w:style',
    { 'w:type': 'paragraph', 'w:customStyle': 1, 'w:styleId': s.id },
    value('w:name', s.name) + value('w:basedOn', 'Normal') + value('w:next', isHeading ? style.body : s.id),
    element('w:qFormat'),
    element(
      'w:pPr',
      {},
      isHeading ? element('w:keepNext') : '',
      // with 22 lines to a page a lone line at its edge stays where it falls
      value('w:widowControl', 0),
      // what Word does unless told; said because LibreOffice 7, unless told, loses a 、 at the end of a full line
      value('w:overflowPunct', 1),
      // no gaps between 汉字 and digits, no grid: 28 characters a line
      value('w:autoSpaceDE', 0) + value('w:autoSpaceDN', 0) + value('w:adjustRightInd', 0) + value('w:snapToGrid', 0),
      element('w:spacing', { 'w:before': 0, 'w:after': 0, ...line }),
      s.indented ? indentOfTwo : '',
      value('w:jc', s.align),
      isHeading ? value('w:outlineLvl', s.outline ?? 0) : '',
    ),
    element(
      'w:rPr',
      {},
      fonts(s.font) + value('w:snapToGrid', 0),
      s.spacing ? value('w:spacing', s.spacing) : '',
      sizes(s.size),
    ),
  )
}

const language = element('w:lang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN' })
const defaults = element('w:rPr', {}, fonts(font.body), sizes(size.body), language)

export const stylesPart = part(
  'word/styles.xml',
  element(
    'w:styles',
    namespaces,
    element('w:docDefaults', {}, element('w:rPrDefault', {}, defaults), element('w:pPrDefault')),
    // the page's character grid counts from the size of Normal
    element(
      'w:style',
      { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' },
      value('w:name', 'Normal') + element('w:qFormat') + element('w:rPr', {}, sizes(size.body)),
    ),
    ...styles.map(paragraphStyle),
  ),
)
