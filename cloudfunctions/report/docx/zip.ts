import { deflateRawSync } from 'node:zlib'

/** A ZIP archive of a few small files, by PKWARE's APPNOTE 6.3.3: deflated, names in UTF-8, all of one fixed date. */
export interface ZipEntry {
  readonly path: string
  readonly data: string
}

/** CRC-32 as ZIP has it: the polynomial 0xedb88320, reflected (APPNOTE 4.4.7). */
const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1
  return c
})

export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 0xff] ?? 0)
  return (crc ^ 0xffffffff) >>> 0
}

/** Little-endian fields, each [bytes, value]. */
function fields(...list: readonly (readonly [2 | 4, number])[]): Buffer {
  const buffer = Buffer.alloc(list.reduce((sum, [bytes]) => sum + bytes, 0))
  let at = 0
  for (const [bytes, value] of list) at = buffer.writeUIntLE(value, at, bytes)
  return buffer
}

const VERSION = 20
/** Bit 11: names are UTF-8. */
const FLAGS = 0x0800
const DEFLATED = 8
/** 1980-01-01 00:00, the first date that ZIP knows: the archive of the same parts is the same, byte by byte. */
const DATE = 0x21

export function zip(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { path, data } of entries) {
    const name = Buffer.from(path)
    const bytes = Buffer.from(data)
    const packed = deflateRawSync(bytes)
    // what a file's header and its line in the directory have in common
    const common = fields(
      [2, VERSION],
      [2, FLAGS],
      [2, DEFLATED],
      [2, 0],
      [2, DATE],
      [4, crc32(bytes)],
      [4, packed.length],
      [4, bytes.length],
      [2, name.length],
      [2, 0],
    )
    files.push(fields([4, 0x04034b50]), common, name, packed)
    const rest = fields([2, 0], [2, 0], [2, 0], [4, 0], [4, offset])
    directory.push(fields([4, 0x02014b50], [2, VERSION]), common, rest, name)
    offset += 4 + common.length + name.length + packed.length
  }
  const central = Buffer.concat(directory)
  const count = entries.length
  const end = fields([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, central.length], [4, offset], [2, 0])
  return Buffer.concat([...files, central, end])
}
