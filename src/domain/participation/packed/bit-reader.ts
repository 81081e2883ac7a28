/** Bytes that may be read beyond the last one, so that every read can take four at once. */
const PADDING = 8

/** Reads what BitWriter wrote. Every read beyond the end throws Error: a torn text is never taken for a shorter one. */
export class BitReader {
  /** The bytes, padded with zeros. */
  readonly bytes: Uint8Array
  /** Bits read. */
  at = 0
  private readonly length: number

  constructor(bytes: Uint8Array) {
    this.length = bytes.length * 8
    this.bytes = new Uint8Array(bytes.length + PADDING)
    this.bytes.set(bytes)
  }

  /** The next 32 bits as far as they are whole: at least 25 of them, from the highest on. */
  private window(): number {
    const { bytes } = this
    const i = this.at >>> 3
    const word =
      ((bytes[i] as number) << 24) |
      ((bytes[i + 1] as number) << 16) |
      ((bytes[i + 2] as number) << 8) |
      (bytes[i + 3] as number)
    return word << (this.at & 7)
  }

  /** `count` bits, 0..24. */
  read(count: number): number {
    const value = count === 0 ? 0 : this.window() >>> (32 - count)
    this.skip(count)
    return value
  }

  /** How many one bits come before the next zero bit. */
  readUnary(): number {
    for (let count = 0; ; ) {
      const ones = Math.min(Math.clz32(~this.window()), 24)
      if (ones < 24) {
        this.skip(ones + 1)
        return count + ones
      }
      this.skip(24)
      count += 24
    }
  }

  readGamma(): number {
    const width = this.readUnary()
    if (width > 24) throw new Error('damaged: a number is too large')
    return ((1 << width) | this.read(width)) - 1
  }

  skip(bits: number): void {
    this.at += bits
    if (this.at > this.length) throw new Error('damaged: it ends too soon')
  }

  /** To be called last: nothing but the zero bits that fill the last byte may be left. */
  end(): void {
    const left = this.length - this.at
    if (left >= 8 || this.read(left) !== 0) throw new Error('damaged: something is left over')
  }
}
