/** Writes bits, the highest of a byte first, into memory that grows. */
export class BitWriter {
  private bytes = new Uint8Array(1024)
  /** Bits written. */
  private length = 0

  /** The lowest `count` bits of `value`; count 0..24. */
  write(value: number, count: number): void {
    this.reserve(count)
    for (let left = count; left > 0; ) {
      const free = 8 - (this.length & 7)
      const taken = Math.min(free, left)
      const bits = (value >>> (left - taken)) & ((1 << taken) - 1)
      const at = this.length >>> 3
      this.bytes[at] = (this.bytes[at] as number) | (bits << (free - taken))
      this.length += taken
      left -= taken
    }
  }

  /** As many one bits, then a zero bit. */
  writeUnary(count: number): void {
    let left = count
    for (; left >= 24; left -= 24) this.write(0xffffff, 24)
    // the ones and the zero that ends them
    this.write((1 << (left + 1)) - 2, left + 1)
  }

  /** A whole number from 0 on; small ones are short. Source: P. Elias, Universal codeword sets (1975), gamma, of value + 1. */
  writeGamma(value: number): void {
    const width = 31 - Math.clz32(value + 1)
    this.writeUnary(width)
    this.write((value + 1) & ((1 << width) - 1), width)
  }

  /** The bytes; the last is filled up with zero bits. */
  end(): Uint8Array {
    return this.bytes.slice(0, (this.length + 7) >>> 3)
  }

  private reserve(bits: number): void {
    const needed = (this.length + bits + 7) >>> 3
    if (needed <= this.bytes.length) return
    const longer = new Uint8Array(Math.max(needed, this.bytes.length * 2))
    longer.set(this.bytes)
    this.bytes = longer
  }
}
