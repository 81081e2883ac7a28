import { ARRAY_LIMIT, type Container, eachLow } from './container'

/** Constants of the portable format. Source: RoaringFormatSpec, "Standard 32-bit Roaring Bitmap". */
export const COOKIE_NO_RUNS = 12_346
export const COOKIE_RUNS = 12_347
/** With runs, offsets are written from this many containers on. */
export const OFFSETS_FROM = 4
export const BITS_BYTES = 8192

/** The container's numbers as runs: pairs of start and length minus one. */
function runsOf(container: Container): Uint16Array {
  const pairs: number[] = []
  eachLow(container, (low) => {
    const last = pairs.length - 2
    if (last >= 0 && (pairs[last] as number) + (pairs[last + 1] as number) + 1 === low) {
      pairs[last + 1] = (pairs[last + 1] as number) + 1
    } else pairs.push(low, 0)
  })
  return Uint16Array.from(pairs)
}

/** Runs where they are strictly smaller, as the reference implementations' runOptimize does; an array or a bit set otherwise. */
function bodyOf(container: Container): { readonly runs: boolean; readonly bytes: Uint8Array } {
  const plain = Math.min(container.size * 2, BITS_BYTES)
  const runs = runsOf(container)
  if (2 + runs.length * 2 < plain) {
    const shorts = new Uint16Array(runs.length + 1)
    shorts[0] = runs.length / 2
    shorts.set(runs, 1)
    return { runs: true, bytes: littleEndian(shorts) }
  }
  if (container.size <= ARRAY_LIMIT) {
    const values = new Uint16Array(container.size)
    let n = 0
    eachLow(container, (low) => {
      values[n++] = low
    })
    return { runs: false, bytes: littleEndian(values) }
  }
  const bytes = new Uint8Array(BITS_BYTES)
  eachLow(container, (low) => {
    bytes[low >>> 3] = (bytes[low >>> 3] as number) | (1 << (low & 7))
  })
  return { runs: false, bytes }
}

function littleEndian(shorts: Uint16Array): Uint8Array {
  const bytes = new Uint8Array(shorts.length * 2)
  shorts.forEach((short, i) => {
    bytes[2 * i] = short & 0xff
    bytes[2 * i + 1] = short >>> 8
  })
  return bytes
}

/** Writes containers (keys ascending) in the portable format. */
export function serialize(keys: readonly number[], containers: readonly Container[]): Uint8Array {
  const bodies = containers.map(bodyOf)
  const count = keys.length
  const withRuns = bodies.some((body) => body.runs)
  const withOffsets = !withRuns || count >= OFFSETS_FROM
  const flagBytes = withRuns ? (count + 7) >>> 3 : 4
  const header = 4 + flagBytes + count * (withOffsets ? 8 : 4)
  const out = new Uint8Array(bodies.reduce((sum, body) => sum + body.bytes.length, header))
  const view = new DataView(out.buffer)
  view.setUint32(0, withRuns ? (COOKIE_RUNS | ((count - 1) << 16)) >>> 0 : COOKIE_NO_RUNS, true)
  if (!withRuns) view.setUint32(4, count, true)
  let offset = header
  bodies.forEach((body, i) => {
    if (body.runs) out[4 + (i >>> 3)] = (out[4 + (i >>> 3)] as number) | (1 << (i & 7))
    const at = 4 + flagBytes + i * 4
    view.setUint16(at, keys[i] as number, true)
    view.setUint16(at + 2, (containers[i] as Container).size - 1, true)
    if (withOffsets) view.setUint32(at + count * 4, offset, true)
    out.set(body.bytes, offset)
    offset += body.bytes.length
  })
  return out
}
