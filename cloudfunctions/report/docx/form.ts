import { type IFontAttributesProperties, type IParagraphOptions, LineRuleType } from 'docx'

/**
 * The form of an official document: GB/T 9704-2012, 5.2 (page and text block), 5.3 (lines and characters), 7.3 (body), 7.5 (page numbers).
 * Lengths are twips (1/20 pt), sizes half-points: the units of the file format.
 */
const twipsOfMm = (mm: number): number => Math.round((mm / 25.4) * 1440)
const twipsOfPt = (pt: number): number => Math.round(pt * 20)

export const page = {
  size: { width: twipsOfMm(210), height: twipsOfMm(297) },
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
export const textWidth = page.size.width - page.margin.left - page.margin.right

/** 22 lines of 28.95 pt fill 225 mm. */
export const LINE_PITCH = twipsOfPt(28.95)
/** 28 characters fill 156 mm: each 16 pt less a fifth of a point, in the format's unit of 1/4096 pt. */
export const CHAR_SPACE = Math.floor((textWidth / 20 / 28 - 16) * 4096)

/** 2号, 3号, 4号, 五号 */
export const size = { title: 44, body: 32, pageNumber: 28, table: 21 }
/** One character of the body in twips. */
export const CHARACTER = twipsOfPt(16)

/** Digits and letters in the same face as the 汉字 around them. */
const face = (name: string): IFontAttributesProperties => ({ ascii: name, hAnsi: name, eastAsia: name, cs: name })

export const font = {
  title: face('方正小标宋简体'),
  body: face('仿宋_GB2312'),
  heading1: face('黑体'),
  heading2: face('楷体_GB2312'),
  pageNumber: face('宋体'),
}

/** Every line is exactly one pitch high, whatever stands in it. */
export const exactLine = { line: LINE_PITCH, lineRule: LineRuleType.EXACT, before: 0, after: 0 }

/** Two characters free at the start: in characters for Word and WPS, in twips for programs that know only lengths. */
export const firstLineOfTwo = { firstLine: 2 * CHARACTER, firstLineChars: 200 }

/** A line of its own without text. */
export const blankLine: IParagraphOptions = { style: 'ReportBody', indent: { firstLine: 0, firstLineChars: 0 } }
