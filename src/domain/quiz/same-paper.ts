import { normaliseFill } from './fill'
import type { GivenAnswer } from './grade'

/** How many different papers of one attempt are kept beside the one that counts. */
export const MOST_OTHERS = 5

/** The answers in the form in which papers are compared: no blanks, in the order of questions, choices ascending. */
function normalForm(answers: readonly GivenAnswer[]): string {
  const given = answers.flatMap(({ questionId, chosen, text = '' }) => {
    const written = normaliseFill(text)
    return chosen.length === 0 && written === ''
      ? []
      : [[questionId, [...chosen].sort((a, b) => a - b), written] as const]
  })
  return JSON.stringify(given.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
}

/** Whether two papers say the same, however they were put down. */
export const samePaper = (a: readonly GivenAnswer[], b: readonly GivenAnswer[]): boolean =>
  normalForm(a) === normalForm(b)

/**
 * Whether a paper of an attempt that has one already is kept beside it: only when it says something else than the first and every other one, and
 * something at all. Beyond MOST_OTHERS nothing more is kept: nobody has so many phones.
 */
export function isAnother(
  answers: readonly GivenAnswer[],
  first: readonly GivenAnswer[],
  others: readonly { readonly answers: readonly GivenAnswer[] }[],
): boolean {
  if (others.length >= MOST_OTHERS || samePaper(answers, [])) return false
  return !samePaper(answers, first) && !others.some((other) => samePaper(answers, other.answers))
}
