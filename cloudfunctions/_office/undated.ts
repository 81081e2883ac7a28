/** Signatures of a ZIP archive's parts (PKWARE, APPNOTE 4.3). */
const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
/** 1980-01-01 00:00, the first instant that ZIP knows. */
const DATE = 0x21

/**
 * The archive with one fixed date for all its parts: so that the same content is the same bytes, whenever it was written. Changes it in place. Throws Error when it is no
 * archive without a comment, as the writer makes them.
 */
export function undated(archive: Buffer): Buffer {
  const end = archive.length - 22
  if (end < 0 || archive.readUInt32LE(end) !== END) throw new Error('not an archive of the writer')
  const count = archive.readUInt16LE(end + 10)
  let at = archive.readUInt32LE(end + 16)
  for (let n = 0; n < count; n++) {
    const local = archive.readUInt32LE(at + 42)
    if (archive.readUInt32LE(at) !== CENTRAL || archive.readUInt32LE(local) !== LOCAL)
      throw new Error('not an archive of the writer')
    archive.writeUInt32LE(DATE << 16, at + 12)
    archive.writeUInt32LE(DATE << 16, local + 10)
    at += 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  return archive
}
