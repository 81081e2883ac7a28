/** A chapter by what is to be known of it here: `count` items. */
export interface ChapterSize {
  readonly id: string
  readonly version: number
  readonly count: number
}

export type NextAnswer =
  /** These chapters, whole; none: the phone has everything. */
  | { readonly give: 'chapters'; readonly ids: readonly string[]; readonly more: boolean }
  /** Items of one chapter, from the place `from` on. */
  | { readonly give: 'part'; readonly id: string; readonly from: number; readonly more: boolean }

/**
 * What an answer holds of the chapters that a phone lacks, in their order: as many whole ones as have `most` items together, or `most` items of one that has more.
 * The chapter that the phone has begun to read goes on first.
 * @param begun the first `items` of a chapter that the phone has read, in that version
 */
export function nextAnswer(
  lacking: readonly ChapterSize[],
  begun: { readonly id: string; readonly version: number; readonly items: number } | null,
  most: number,
): NextAnswer {
  const going = lacking.find(
    ({ id, version, count }) => id === begun?.id && version === begun.version && count > begun.items,
  )
  const first = going ?? lacking[0]
  if (first && first.count > most) {
    const from = going && begun ? begun.items : 0
    return { give: 'part', id: first.id, from, more: from + most < first.count || lacking.length > 1 }
  }
  const ids: string[] = []
  let items = 0
  for (const { id, count } of lacking) {
    items += count
    if (items > most) break
    ids.push(id)
  }
  return { give: 'chapters', ids, more: ids.length < lacking.length }
}
