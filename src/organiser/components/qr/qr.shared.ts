import qrcode from 'qrcode-generator'
import { palette, svgUri } from '../../palette'

/** Modules of white around the code; the standard asks for four (ISO/IEC 18004, quiet zone). */
export const quietZone = 4

/**
 * The dark modules as strokes of one SVG path, one stroke a run of a row, to be drawn one unit wide: half the size of rectangles, small
 * enough to hand to the view every half minute.
 */
export function darkPath(size: number, isDark: (row: number, column: number) => boolean, offset = 0): string {
  const parts: string[] = []
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (!isDark(row, column)) continue
      const start = column
      while (column + 1 < size && isDark(row, column + 1)) column += 1
      parts.push(`M${start + offset} ${row + offset}h${column - start + 1}`)
    }
  }
  return parts.join('')
}

/** A QR code with error correction M (a scratched screen or a reflection is forgiven) as an SVG document. */
export function qrSvg(text: string): string {
  const code = qrcode(0, 'M')
  code.addData(text, 'Byte')
  code.make()
  const size = code.getModuleCount()
  const side = size + 2 * quietZone
  const path = darkPath(size, (row, column) => code.isDark(row, column), quietZone)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">`,
    // a stroke lies astride its line: half a unit down puts it on the row
    `<path stroke="${palette.ink}" transform="translate(0 .5)" d="${path}"/></svg>`,
  ].join('')
}

/** As `qrSvg`, ready for an Image. */
export const qrUri = (text: string): string => svgUri(qrSvg(text))
