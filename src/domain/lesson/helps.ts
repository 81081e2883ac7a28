import type { SourceRef } from '@/contracts/common'
import type { LessonBlock } from '@/contracts/lesson'

/** A block as far as this rule goes: its kind, and the texts of a section. */
type ReadBlock = Pick<LessonBlock, 'type'> & { heading?: string; paragraphs?: readonly string[]; source?: SourceRef }

const pairs = (text: string): string[] => {
  const characters = [...text.replace(/[\s\p{P}]/gu, '')]
  return characters.slice(1).map((character, i) => `${characters[i]}${character}`)
}

/**
 * The section that helps with the check question: of those with its source (of all, if none has it), the one that shares most pairs of
 * neighbouring characters with the explanation; of equals the first. null: the lesson has no section of text.
 */
export function helpfulBlock(
  blocks: readonly ReadBlock[],
  check: { readonly explanation: string; readonly source: SourceRef },
): number | null {
  const texts = blocks.flatMap(({ type, heading = '', paragraphs = [], source }, index) =>
    type === 'text' ? [{ index, source, text: `${heading}${paragraphs.join('')}` }] : [],
  )
  const same = texts.filter(
    ({ source }) => source?.document === check.source.document && source.article === check.source.article,
  )
  const wanted = new Set(pairs(check.explanation))
  let best: { index: number; shared: number } | null = null
  for (const { index, text } of same.length > 0 ? same : texts) {
    const shared = new Set(pairs(text).filter((pair) => wanted.has(pair))).size
    if (best === null || shared > best.shared) best = { index, shared }
  }
  return best?.index ?? null
}
