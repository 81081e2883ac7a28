import { CHARACTER, CHARACTER_SPACING, font, LINE_PITCH, size, style } from './form'

/**
 * word/styles.xml, written out: the document library has no words for leaving the grid or for the gaps between 汉字 and digits.
 * A person who edits the draft changes a style here and there and not every line.
 */
interface ParagraphStyle {
  readonly id: string
  readonly name: string
  readonly font: string
  /** Half-points. */
  readonly size: number
  /** Twips between characters. */
  readonly spacing?: number
  readonly align: 'both' | 'center' | 'left'
  /** Two characters free at the start: in characters for Word and WPS, in twips for programs that know only lengths. */
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
  { id: style.pageNumber, name: '公文页码', font: font.pageNumber, size: size.pageNumber, align: 'left', line: null },
  { ...table, id: style.tableHead, name: '公文附表表头', font: font.heading1, align: 'center' },
  { ...table, id: style.table, name: '公文附表', font: font.body, align: 'left' },
]

/** Digits and letters in the same face as the 汉字 around them. */
const fonts = (name: string) => `<w:rFonts w:ascii="${name}" w:eastAsia="${name}" w:hAnsi="${name}" w:cs="${name}"/>`
const sizes = (halfPoints: number) => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`
const lines = (line: number | null) =>
  line === null ? 'w:line="240" w:lineRule="auto"' : `w:line="${line}" w:lineRule="exact"`

function paragraphStyle(s: ParagraphStyle): string {
  const indent = s.indented ? `<w:ind w:firstLineChars="200" w:firstLine="${2 * CHARACTER}"/>` : ''
  const heading = s.outline !== undefined
  return [
    `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${s.id}"><w:name w:val="${s.name}"/><w:basedOn w:val="Normal"/>`,
    `<w:next w:val="${heading ? style.body : s.id}"/><w:qFormat/><w:pPr>${heading ? '<w:keepNext/>' : ''}`,
    // with 22 lines to a page a lone line at its edge stays where it falls; no gaps between 汉字 and digits: 28 characters a line
    '<w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:adjustRightInd w:val="0"/><w:snapToGrid w:val="0"/>',
    `<w:spacing w:before="0" w:after="0" ${lines(s.line)}/>${indent}<w:jc w:val="${s.align}"/>`,
    heading ? `<w:outlineLvl w:val="${s.outline}"/>` : '',
    `</w:pPr><w:rPr>${fonts(s.font)}<w:snapToGrid w:val="0"/>`,
    s.spacing ? `<w:spacing w:val="${s.spacing}"/>` : '',
    `${sizes(s.size)}</w:rPr></w:style>`,
  ].join('')
}

export const stylesPart = {
  path: 'word/styles.xml',
  data: [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
    `<w:docDefaults><w:rPrDefault><w:rPr>${fonts(font.body)}${sizes(size.body)}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>`,
    '<w:pPrDefault/></w:docDefaults>',
    // the page's character grid counts from the size of Normal
    `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:rPr>${sizes(size.body)}</w:rPr></w:style>`,
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>',
    ...styles.map(paragraphStyle),
    '</w:styles>',
  ].join(''),
}
