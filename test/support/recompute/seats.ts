/**
 * The seats in a set as it is stored (portable Roaring, base64), read by its specification (github.com/RoaringBitmap/RoaringFormatSpec) and by none of the
 * product's code.
 */
export function seatsOf(base64: string): number[] {
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.length === 0) return []
  const cookie = bytes.readUInt32LE(0)
  const withRuns = (cookie & 0xffff) === 12347
  const count = withRuns ? (cookie >>> 16) + 1 : bytes.readUInt32LE(4)
  const flags = withRuns ? bytes.subarray(4, 4 + Math.ceil(count / 8)) : null
  let at = flags ? 4 + flags.length : 8
  const heads = Array.from({ length: count }, (_, i) => ({
    key: bytes.readUInt16LE(at + 4 * i),
    size: bytes.readUInt16LE(at + 4 * i + 2) + 1,
    isRuns: flags !== null && ((flags[i >> 3] ?? 0) & (1 << (i & 7))) !== 0,
  }))
  at += 4 * count
  if (!flags || count >= 4) at += 4 * count
  const seats: number[] = []
  for (const { key, size, isRuns } of heads) {
    const base = key * 65_536
    if (isRuns) {
      const runs = bytes.readUInt16LE(at)
      at += 2
      for (let run = 0; run < runs; run++, at += 4) {
        for (let i = 0; i <= bytes.readUInt16LE(at + 2); i++) seats.push(base + bytes.readUInt16LE(at) + i)
      }
    } else if (size <= 4096) {
      for (let i = 0; i < size; i++, at += 2) seats.push(base + bytes.readUInt16LE(at))
    } else {
      for (let low = 0; low < 65_536; low++) {
        if ((bytes[at + (low >> 3)] ?? 0) & (1 << (low & 7))) seats.push(base + low)
      }
      at += 8192
    }
  }
  return seats
}
