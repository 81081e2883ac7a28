/**
 * The form of an official document: GB/T 9704-2012, 5.2 (page and text block), 5.3 (lines and characters), 7.3 (body), 7.5 (page numbers).
 * Lengths are twips (1/20 pt), sizes half-points: the units of the file format (ECMA-376, WordprocessingML).
 */
const twipsOfMm = (mm: number): number => Math.round((mm / 25.4) * 1440)
const twipsOfPt = (pt: number): number => Math.round(pt * 20)

export const page = {
  width: twipsOfMm(210),
  height: twipsOfMm(297),
  margin: {
    top: twipsOfMm(37),
    right: twipsOfMm(26),
    bottom: twipsOfMm(35),
    left: twipsOfMm(28),
    header: twipsOfMm(15),
    // the page number's dashes lie 7 mm below the text block: a line of 14 pt whose middle is there ends 25 mm above the edge
    footer: twipsOfMm(25),
  },
}

/** Width of the text block: 156 mm. */
export const textWidth = page.width - page.margin.left - page.margin.right

/** 2号, 3号, 4号, 五号 */
export const size = { title: 44, body: 32, pageNumber: 28, table: 21 }
/** One character of the body. */
export const CHARACTER = twipsOfPt(size.body / 2)

/** 22 lines of 28.95 pt fill 225 mm. Every line is exactly one pitch high, whatever stands in it. */
export const LINE_PITCH = twipsOfPt(28.95)

const CHARACTERS_A_LINE = 28
/** The page's character grid: 28 characters fill 156 mm, so each is a little narrower than 16 pt. In 1/4096 pt, the format's unit. */
export const CHAR_SPACE = Math.floor((textWidth / 20 / CHARACTERS_A_LINE - size.body / 2) * 4096)
/**
 * The same for text that does not follow the grid, in twips. Programs disagree on characters that are wider than the grid's cell
 * (LibreOffice gives them two), so the styles leave the grid and carry this spacing: 28 characters a line everywhere.
 */
export const CHARACTER_SPACING = Math.floor(textWidth / CHARACTERS_A_LINE) - CHARACTER

export const font = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  heading1: '黑体',
  heading2: '楷体_GB2312',
  pageNumber: '宋体',
}

/** Ids of the styles of styles.ts. */
export const style = {
  title: 'ReportTitle',
  body: 'ReportBody',
  /** A line without the indent of a paragraph: blank lines, signature and day. */
  line: 'ReportLine',
  heading1: 'ReportHeading1',
  heading2: 'ReportHeading2',
  pageNumber: 'ReportPageNumber',
  annexLabel: 'ReportAnnexLabel',
  tableHead: 'ReportTableHead',
  table: 'ReportTable',
} as const

export type StyleId = (typeof style)[keyof typeof style]
