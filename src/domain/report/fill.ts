import type { ReportRun } from '@/contracts/report'

/** `{quiz.people}` or `{$org}`. */
const placePattern = /\{([^{}]*)\}/

/** The names in braces of a say, in order: figure codes and `$` words. */
const placesOf = (say: string): string[] => say.split(placePattern).filter((_, i) => i % 2 === 1)

/** Codes of the figures in a say, in order. */
export const codesOf = (say: string): string[] => placesOf(say).filter((place) => !place.startsWith('$'))

export interface Filling {
  /** What stands for `$org` and the like. */
  readonly word: (place: string) => string
  /** What is printed for the figure with this code. */
  readonly figure: (code: string) => string
}

/** A say with its places filled: words, and each figure as a run of its own that carries its code. */
export function fillSay(say: string, filling: Filling): ReportRun[] {
  return say.split(placePattern).map((text, i): ReportRun => {
    if (i % 2 === 0) return { text }
    return text.startsWith('$') ? { text: filling.word(text) } : { text: filling.figure(text), figure: text }
  })
}

/** Neighbouring words as one run, and nothing empty: what is left is as many runs as a reader can tell apart. */
export function joinRuns(runs: readonly ReportRun[]): ReportRun[] {
  const joined: ReportRun[] = []
  for (const run of runs) {
    const last = joined[joined.length - 1]
    if (run.text === '') continue
    const follows = last && last.figure === undefined && run.figure === undefined && last.missing === run.missing
    if (follows) joined[joined.length - 1] = { ...last, text: last.text + run.text }
    else joined.push(run)
  }
  return joined
}
