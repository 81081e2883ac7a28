import { crc32, deflateSync } from 'node:zlib'

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/**
 * A square picture in black and white.
 * @param width pixels a side
 * @param isDark whether the pixel at a column and row is black
 */
export const encodePng = (width: number, isDark: (column: number, row: number) => boolean): Buffer => {
  const rowBytes = Math.ceil(width / 8)
  // Each row begins with its filter, 0 for none; 1 bit a pixel, 1 is white.
  const pixels = Buffer.alloc(width * (rowBytes + 1))
  for (let row = 0; row < width; row++) {
    for (let column = 0; column < width; column++) {
      if (isDark(column, row)) continue
      const at = row * (rowBytes + 1) + 1 + (column >> 3)
      pixels[at] = (pixels[at] ?? 0) | (0x80 >> (column & 7))
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(width, 4)
  header[8] = 1 // bits a pixel; the rest: greyscale, deflate, plain filters, not interlaced
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
