const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const PAD = 61 // '='
const INVALID = 64

const codes = new Uint8Array(64)
const values = new Uint8Array(128).fill(INVALID)
for (let i = 0; i < 64; i++) {
  codes[i] = ALPHABET.charCodeAt(i)
  values[ALPHABET.charCodeAt(i)] = i
}

/** Standard base64 with padding (RFC 4648 §4). Own code because it runs on phones too, where there is neither Buffer nor btoa. */
export function toBase64(bytes: Uint8Array): string {
  const out = new Uint8Array(Math.ceil(bytes.length / 3) * 4).fill(PAD)
  let o = 0
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i
    const a = bytes[i] as number
    const b = left > 1 ? (bytes[i + 1] as number) : 0
    const c = left > 2 ? (bytes[i + 2] as number) : 0
    out[o] = codes[a >> 2] as number
    out[o + 1] = codes[((a & 3) << 4) | (b >> 4)] as number
    if (left > 1) out[o + 2] = codes[((b & 15) << 2) | (c >> 6)] as number
    if (left > 2) out[o + 3] = codes[c & 63] as number
    o += 4
  }
  let text = ''
  // in pieces: an argument list has a limited length
  for (let i = 0; i < out.length; i += 4096) {
    text += String.fromCharCode.apply(null, out.subarray(i, i + 4096) as unknown as number[])
  }
  return text
}

function fail(why: string): never {
  throw new Error(`not base64: ${why}`)
}

const paddingOf = (text: string): number => (text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0)

/** How many bytes a base64 text stands for. */
export function sizeOfBase64(text: string): number {
  if (text.length % 4 !== 0) fail('length is no multiple of 4')
  return (text.length / 4) * 3 - paddingOf(text)
}

/** Writes the bytes of a text from `at` on; answers with the position after them. Refuses what `fromBase64` refuses. */
export function decodeBase64(text: string, target: Uint8Array, at: number): number {
  const digits = text.length - paddingOf(text)
  let held = 0
  let bits = 0
  let next = at
  for (let i = 0; i < digits; i++) {
    const code = text.charCodeAt(i)
    const value = code < 128 ? (values[code] as number) : INVALID
    if (value === INVALID) fail(`unexpected character at ${i}`)
    held = ((held & 0xff) << 6) | value
    bits += 6
    if (bits >= 8) {
      bits -= 8
      target[next++] = held >> bits
    }
  }
  if ((held & ((1 << bits) - 1)) !== 0) fail('bits left over')
  return next
}

/** The bytes of a base64 text. Throws Error for anything but what `toBase64` writes, so that a torn text is never read as a shorter one. */
export function fromBase64(text: string): Uint8Array {
  const bytes = new Uint8Array(sizeOfBase64(text))
  decodeBase64(text, bytes, 0)
  return bytes
}
