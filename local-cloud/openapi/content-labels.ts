import type { Steering } from './steering'

/** What a content check found: WeChat's label (100 is nothing) and what it suggests. */
export interface Verdict {
  suggest: 'pass' | 'review' | 'risky'
  label: number
  /** The word that was found. */
  keyword?: string
}

/** Current politics and "other" ask for a human's eye; everything else that is found is risky. */
const reviewed = [20001, 21000]

export const verdictOf = (label: number, keyword?: string): Verdict => ({
  suggest: label === 100 ? 'pass' : reviewed.includes(label) ? 'review' : 'risky',
  label,
  ...(keyword !== undefined && { keyword }),
})

/** Looks for the words of the steering; a risky one counts before one for review. */
export const judge = ({ words }: Steering, text: string): Verdict => {
  const found = Object.entries(words)
    .filter(([word]) => text.includes(word))
    .map(([word, label]) => verdictOf(label, word))
  return found.find(({ suggest }) => suggest === 'risky') ?? found[0] ?? verdictOf(100)
}
