import { countBits, eachBit } from './popcount'

/**
 * A container holds the lower 16 bits of the numbers that share their upper 16 bits. Three forms, as in the Roaring papers
 * (Lemire et al., Software: Practice and Experience 46(11), 2016): a sorted array up to ARRAY_LIMIT numbers, a bit set above
 * it, or runs where they are smaller. A container belongs to one bitmap only, which may write into its `words`.
 */
export type Container =
  | { readonly type: 'array'; readonly size: number; readonly values: Uint16Array }
  | { readonly type: 'bits'; readonly size: number; readonly words: Uint32Array }
  /** Pairs: start, and length minus one. */
  | { readonly type: 'runs'; readonly size: number; readonly runs: Uint16Array }

/** Up to here an array (2 bytes each) is no larger than a bit set (8192 bytes). */
export const ARRAY_LIMIT = 4096
export const BLOCK = 65_536
export const BLOCK_WORDS = BLOCK / 32

/** A container of strictly ascending numbers below BLOCK. */
export function fromValues(values: Uint16Array): Container {
  if (values.length <= ARRAY_LIMIT) return { type: 'array', size: values.length, values }
  const words = new Uint32Array(BLOCK_WORDS)
  for (const low of values) words[low >>> 5] = (words[low >>> 5] as number) | (1 << (low & 31))
  return { type: 'bits', size: values.length, words }
}

/** A container of a bit set of 2048 words, in whichever form is smaller. Takes the words over. */
export function fromWords(words: Uint32Array): Container {
  const size = countBits(words, 0, BLOCK)
  if (size > ARRAY_LIMIT) return { type: 'bits', size, words }
  const values = new Uint16Array(size)
  let n = 0
  eachBit(words, 0, (low) => {
    values[n++] = low
  })
  return { type: 'array', size, values }
}

/** A fresh bit set of the container's numbers. */
export function toWords(container: Container): Uint32Array {
  if (container.type === 'bits') return container.words.slice()
  const words = new Uint32Array(BLOCK_WORDS)
  eachLow(container, (low) => {
    words[low >>> 5] = (words[low >>> 5] as number) | (1 << (low & 31))
  })
  return words
}

/** Calls `visit` with every number, ascending. */
export function eachLow(container: Container, visit: (low: number) => void): void {
  if (container.type === 'bits') eachBit(container.words, 0, visit)
  else if (container.type === 'array') for (const low of container.values) visit(low)
  else {
    const { runs } = container
    for (let i = 0; i < runs.length; i += 2) {
      const start = runs[i] as number
      for (let n = 0; n <= (runs[i + 1] as number); n++) visit(start + n)
    }
  }
}

/** The index of the first of the ascending `values[i * step]` that is at least `low`. */
function lowerBound(values: Uint16Array, low: number, step = 1): number {
  let from = 0
  let to = values.length / step
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((values[middle * step] as number) < low) from = middle + 1
    else to = middle
  }
  return from
}

/** How many numbers are below `low` (0..BLOCK). */
export function rank(container: Container, low: number): number {
  if (low >= BLOCK) return container.size
  if (container.type === 'bits') return countBits(container.words, 0, low)
  if (container.type === 'array') return lowerBound(container.values, low)
  const { runs } = container
  const before = lowerBound(runs, low, 2)
  let count = 0
  for (let i = 0; i < before; i++) {
    count += Math.min((runs[2 * i + 1] as number) + 1, low - (runs[2 * i] as number))
  }
  return count
}

export function has(container: Container, low: number): boolean {
  if (container.type === 'bits') return (((container.words[low >>> 5] as number) >>> (low & 31)) & 1) === 1
  if (container.type === 'array') return container.values[lowerBound(container.values, low)] === low
  const { runs } = container
  const i = lowerBound(runs, low + 1, 2) - 1
  return i >= 0 && low - (runs[2 * i] as number) <= (runs[2 * i + 1] as number)
}
