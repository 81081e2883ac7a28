import { countBits } from './bitmap/popcount'

/** Plain words of 32 seats each; the first bit stands for seat `firstWord * 32`. */
export interface Words {
  readonly firstWord: number
  readonly words: Uint32Array
}

/** Words, [first, end). */
export type WordBounds = readonly [first: number, end: number]

/** Words without a bit, wide enough for all bounds. */
export function emptyWords(bounds: readonly WordBounds[]): Words {
  let firstWord = Number.MAX_SAFE_INTEGER
  let endWord = 0
  for (const [first, end] of bounds) {
    if (first === end) continue
    firstWord = Math.min(firstWord, first)
    endWord = Math.max(endWord, end)
  }
  return endWord === 0
    ? { firstWord: 0, words: new Uint32Array(0) }
    : { firstWord, words: new Uint32Array(endWord - firstWord) }
}

/** Union in place; what lies outside the target is left out. */
export function orWords(target: Words, source: Words): void {
  const shift = target.firstWord - source.firstWord
  const end = Math.min(source.words.length - shift, target.words.length)
  for (let k = Math.max(-shift, 0); k < end; k++) {
    target.words[k] = (target.words[k] as number) | (source.words[k + shift] as number)
  }
}

/** Intersection in place; outside the source there is nothing. */
export function andWords(target: Words, source: Words): void {
  const shift = target.firstWord - source.firstWord
  for (let k = 0; k < target.words.length; k++) {
    target.words[k] = (target.words[k] as number) & (source.words[k + shift] ?? 0)
  }
}

export const sizeOfWords = ({ words }: Words): number => countBits(words, 0, words.length * 32)

/** Whether the words hold a seat. */
export const hasSeat = ({ firstWord, words }: Words, seat: number): boolean =>
  (((words[(seat >>> 5) - firstWord] ?? 0) >>> (seat & 31)) & 1) === 1
