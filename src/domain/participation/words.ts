import { countBits, eachBit } from './bitmap/popcount'

/** Plain words of 32 seats each; the first bit stands for seat `firstWord * 32`. */
export interface Words {
  readonly firstWord: number
  readonly words: Uint32Array
}

/** Words, [first, end). */
export type WordBounds = readonly [first: number, end: number]

/** Words without a seat, wide enough for all bounds. */
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

/** Calls `visit` with every seat, ascending. */
export const eachSeat = ({ firstWord, words }: Words, visit: (seat: number) => void): void =>
  eachBit(words, firstWord * 32, visit)

/** Bounds outside of which there is no seat, as narrow as can be. */
export function wordBounds({ firstWord, words }: Words): WordBounds {
  let first = 0
  let end = words.length
  while (end > 0 && words[end - 1] === 0) end--
  while (first < end && words[first] === 0) first++
  return first === end ? [0, 0] : [firstWord + first, firstWord + end]
}
