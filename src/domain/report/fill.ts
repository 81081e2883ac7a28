import type { ReportRun } from '@/contracts/report'

/** `{quiz.people}`, `{~quiz.people}`, `{a|b}`, `{code@organisation}` or `{$org}`. */
const placePattern = /\{([^{}]*)\}/

/** What stands in a place. */
export type Place =
  | { readonly word: string }
  | { readonly figure: string; readonly orgId?: string; readonly roughly?: true; readonly against?: string }

/** Reads what stands between braces. */
export function placeOf(text: string): Place {
  if (text.startsWith('$')) return { word: text }
  if (text.startsWith('~')) return { figure: text.slice(1), roughly: true }
  const [figure = '', against] = text.split('|')
  if (against !== undefined) return { figure: against, against: figure }
  const [code = '', orgId] = text.split('@')
  return orgId === undefined ? { figure: code } : { figure: code, orgId }
}

/** The names in braces of a say, in order. */
const placesOf = (say: string): Place[] =>
  say
    .split(placePattern)
    .filter((_, i) => i % 2 === 1)
    .map(placeOf)

/** Codes of the report's own figures in a say, in order. */
export const codesOf = (say: string): string[] =>
  placesOf(say).flatMap((place) => {
    if ('word' in place || place.orgId !== undefined) return []
    return place.against === undefined ? [place.figure] : [place.against, place.figure]
  })

/** A figure in a place. */
export type FigurePlace = Exclude<Place, { word: string }>

export interface Filling {
  /** What stands for `$org` and the like. */
  readonly word: (place: string) => string
  /** What is printed for a figure. */
  readonly figure: (place: FigurePlace) => string
}

/** A say with its places filled: words, and each figure as a run of its own that carries its code. */
export function fillSay(say: string, filling: Filling): ReportRun[] {
  return say.split(placePattern).map((text, i): ReportRun => {
    if (i % 2 === 0) return { text }
    const place = placeOf(text)
    if ('word' in place) return { text: filling.word(place.word) }
    const { figure, orgId, against } = place
    return { text: filling.figure(place), figure, ...(orgId && { orgId }), ...(against && { against }) }
  })
}

/** Neighbouring words as one run, and nothing empty: what is left is as many runs as a reader can tell apart. */
export function joinRuns(runs: readonly ReportRun[]): ReportRun[] {
  const joined: ReportRun[] = []
  for (const run of runs) {
    const last = joined[joined.length - 1]
    if (run.text === '') continue
    const words = last && last.figure === undefined && run.figure === undefined
    if (words && last.missing === run.missing && last.untraced === run.untraced) {
      joined[joined.length - 1] = { ...last, text: last.text + run.text }
    } else joined.push(run)
  }
  return joined
}
