import { decodeBase64, sizeOfBase64 } from './base64'
import { BLOCK, BLOCK_WORDS } from './container'
import { type EncodedContainer, parse, shortAt, wordAt } from './parse'
import { eachBitOf } from './popcount'

/**
 * A set of numbers that stays in its bytes. For packing tens of thousands of small sets: a Bitmap each would mean as many typed
 * arrays, whose collection takes longer than all the rest.
 */
export class EncodedSet {
  readonly size: number
  private readonly containers: readonly EncodedContainer[]

  /** Bytes [from, end) hold the set in the portable format. Throws Error for anything torn or inconsistent. */
  constructor(
    private readonly bytes: Uint8Array,
    from: number,
    end: number,
  ) {
    this.containers = parse(bytes, from, end)
    this.size = this.containers.reduce((sum, container) => sum + container.size, 0)
  }

  /** Sets written in base64, all decoded into one piece of memory. */
  static fromTexts(texts: readonly string[]): EncodedSet[] {
    const bytes = new Uint8Array(texts.reduce((sum, text) => sum + sizeOfBase64(text), 0))
    let next = 0
    return texts.map((text) => {
      const from = next
      next = decodeBase64(text, bytes, from)
      return new EncodedSet(bytes, from, next)
    })
  }

  /** Words of 32 numbers, [first, end), outside of which there is no number. */
  wordBounds(): readonly [first: number, end: number] {
    const { bytes, containers } = this
    const low = containers[0]
    const high = containers[containers.length - 1]
    if (!low || !high) return [0, 0]
    const first = low.type === 'bits' ? 0 : shortAt(bytes, low.at)
    const end = high.at + high.length * 2
    let last = BLOCK - 1
    if (high.type === 'array') last = shortAt(bytes, end - 2)
    else if (high.type === 'runs') last = shortAt(bytes, end - 4) + shortAt(bytes, end - 2)
    return [low.key * BLOCK_WORDS + (first >>> 5), high.key * BLOCK_WORDS + (last >>> 5) + 1]
  }

  /** Sets the bits of the numbers in `words`, whose first word stands for the numbers from `firstWord * 32` on. */
  orInto(words: Uint32Array, firstWord: number): void {
    for (const container of this.containers) {
      const shift = container.key * BLOCK_WORDS - firstWord
      if (container.type === 'bits') {
        for (let i = 0; i < BLOCK_WORDS; i++) {
          words[shift + i] = (words[shift + i] as number) | wordAt(this.bytes, container.at + i * 4)
        }
      } else {
        this.eachLow(container, (low) => {
          const i = shift + (low >>> 5)
          words[i] = (words[i] as number) | (1 << (low & 31))
        })
      }
    }
  }

  /** Calls `visit` with every number, ascending. */
  forEach(visit: (value: number) => void): void {
    for (const container of this.containers) this.eachLow(container, (low) => visit(container.key * BLOCK + low))
  }

  private eachLow({ type, at, length }: EncodedContainer, visit: (low: number) => void): void {
    const { bytes } = this
    if (type === 'array') for (let i = 0; i < length; i++) visit(shortAt(bytes, at + i * 2))
    else if (type === 'runs') {
      for (let i = 0; i < length; i += 2) {
        const start = shortAt(bytes, at + i * 2)
        const last = start + shortAt(bytes, at + i * 2 + 2)
        for (let low = start; low <= last; low++) visit(low)
      }
    } else {
      for (let i = 0; i < length; i++) eachBitOf(wordAt(bytes, at + i * 4), i * 32, visit)
    }
  }
}
