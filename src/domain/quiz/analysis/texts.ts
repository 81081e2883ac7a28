/** A text with how many wrote it, and the sum of their marks on the rest of the paper. */
export type TextCount = readonly [text: string, count: number, rest: number]

/** So many different texts are kept of one question when portions are joined. */
const MOST_TEXTS = 100

const byText = ([a]: TextCount, [b]: TextCount): number => (a < b ? -1 : a > b ? 1 : 0)
const byCount = (a: TextCount, b: TextCount): number => b[1] - a[1] || byText(a, b)

/**
 * Of more than MOST_TEXTS different ones the most frequent stay: what everybody writes is what may be right. Until then all counts are exact, in whatever order and
 * portions they came; from then on a rare text may be missing or counted too low, never too high, and one that a tenth writes from the beginning is always there.
 */
export function joinTexts(a: readonly TextCount[], b: readonly TextCount[]): TextCount[] {
  const joined = new Map(a.map((one) => [one[0], one]))
  for (const [text, count, rest] of b) {
    const known = joined.get(text)
    joined.set(text, [text, (known?.[1] ?? 0) + count, (known?.[2] ?? 0) + rest])
  }
  const all = [...joined.values()]
  const kept = all.length > MOST_TEXTS ? all.sort(byCount).slice(0, MOST_TEXTS) : all
  return kept.sort(byText)
}

/** One more who wrote it. Of one portion all are kept: it has no more of them than papers. */
export function addText(texts: readonly TextCount[], text: string, rest: number): TextCount[] {
  if (!texts.some(([known]) => known === text)) return [...texts, [text, 1, rest] as const].sort(byText)
  return texts.map((one) => (one[0] === text ? [text, one[1] + 1, one[2] + rest] : one))
}
