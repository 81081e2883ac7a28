/** A text with how many wrote it, and the sum of their marks on the rest of the paper. */
export type TextCount = readonly [text: string, count: number, rest: number]

/** So many different texts are kept of one question. */
const MOST_TEXTS = 200

/** FNV-1a over the text's code units: spreads texts evenly, the same everywhere. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

const byHash = ([a]: TextCount, [b]: TextCount): number => hashOf(a) - hashOf(b) || (a < b ? -1 : a > b ? 1 : 0)

/**
 * Those with the smallest hashes stay. A text that stays in the end was never among those that fell out of a portion, so its count is exact whatever the order and the
 * portions were; of more than MOST_TEXTS different ones those that stay are a fair sample.
 */
const fewest = (counts: readonly TextCount[]): TextCount[] => [...counts].sort(byHash).slice(0, MOST_TEXTS)

export function joinTexts(a: readonly TextCount[], b: readonly TextCount[]): TextCount[] {
  if (b.length === 0) return [...a]
  const joined = new Map(a.map((one) => [one[0], one]))
  for (const [text, count, rest] of b) {
    const known = joined.get(text)
    joined.set(text, [text, (known?.[1] ?? 0) + count, (known?.[2] ?? 0) + rest])
  }
  return fewest([...joined.values()])
}

/** One more who wrote it; most write what others wrote. */
export function addText(texts: readonly TextCount[], text: string, rest: number): TextCount[] {
  if (!texts.some(([known]) => known === text)) return fewest([...texts, [text, 1, rest]])
  return texts.map((one) => (one[0] === text ? [text, one[1] + 1, one[2] + rest] : one))
}
