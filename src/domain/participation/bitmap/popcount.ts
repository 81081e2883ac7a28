/** The number of one bits of a 32-bit word. Source: H. S. Warren, Hacker's Delight, 2nd ed., figure 5-2 with a multiply. */
export function popcount(word: number): number {
  // `| 0` keeps everything a 32-bit integer, also for words read as unsigned
  let v = ((word | 0) - ((word >>> 1) & 0x55555555)) | 0
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333)
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** The one bits of `words` in the bit positions [from, to). Positions outside the words count as zero bits. */
export function countBits(words: Uint32Array, from: number, to: number): number {
  const end = Math.min(to, words.length * 32)
  if (from >= end) return 0
  const first = from >>> 5
  const last = (end - 1) >>> 5
  // masks keep bit `from` and up, and bits below `end`: (32 - n) & 31 keeps shifts in 0..31
  const headMask = -1 << (from & 31)
  const tailMask = -1 >>> (-end & 31)
  if (first === last) return popcount((words[first] as number) & headMask & tailMask)
  let count = popcount((words[first] as number) & headMask)
  for (let i = first + 1; i < last; i++) count += popcount(words[i] as number)
  return count + popcount((words[last] as number) & tailMask)
}

/** Calls `visit` with the position of every one bit of a word, ascending, each offset by `base`. */
export function eachBitOf(word: number, base: number, visit: (position: number) => void): void {
  for (let rest = word; rest !== 0; rest &= rest - 1) visit(base + 31 - Math.clz32(rest & -rest))
}

/** The same for words, the first of which begins at `base`. */
export function eachBit(words: Uint32Array, base: number, visit: (position: number) => void): void {
  for (let i = 0; i < words.length; i++) eachBitOf(words[i] as number, base + i * 32, visit)
}
