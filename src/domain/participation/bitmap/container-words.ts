import { BLOCK, type Container, eachLow } from './container'

/** How containers are poured into plain words, from which the index counts. */

/** Bounds of the numbers, both included; for a bit set those of the whole container, which is never mostly empty. */
export function lowBounds(container: Container): readonly [least: number, greatest: number] {
  if (container.type === 'bits') return [0, BLOCK - 1]
  if (container.type === 'array') {
    return [container.values[0] as number, container.values[container.size - 1] as number]
  }
  const { runs } = container
  return [runs[0] as number, (runs[runs.length - 2] as number) + (runs[runs.length - 1] as number)]
}

/** Sets the container's bits in `words`; its first word is words[at], and what lies outside is left out. */
export function orWords(container: Container, words: Uint32Array, at: number): void {
  if (container.type === 'bits') {
    const end = Math.min(container.words.length, words.length - at)
    for (let i = Math.max(0, -at); i < end; i++) {
      words[at + i] = (words[at + i] as number) | (container.words[i] as number)
    }
    return
  }
  eachLow(container, (low) => {
    const i = at + (low >>> 5)
    if (i >= 0 && i < words.length) words[i] = (words[i] as number) | (1 << (low & 31))
  })
}
