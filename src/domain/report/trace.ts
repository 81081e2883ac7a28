import type { ReportRun } from '@/contracts/report'

/** A number that is printed for a figure, and the place that prints it. */
export interface Candidate {
  readonly text: string
  readonly place: string
}

/** A number with what belongs to it: 2,847 · 83.4% · 2.8万多. */
const number = /\d[\d,]*(?:\.\d+)?(?:万|亿)?(?:多|%)?/g

/** Numbers of the calendar and of order, which count nothing: 2026年, 第3次. */
const countsNothing = (before: string, after: string): boolean =>
  /[第〔]$/.test(before) || /^[年月日时分号〕]/.test(after)

const plain = (text: string): string => text.replace(/[,，]/g, '')

/** Numbers in full width are the same numbers. */
const halfWidth = (text: string): string =>
  text.replace(/[０-９％．]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))

/** Takes a text apart into words and numbers that count something. */
function pieces(text: string): { readonly text: string; readonly isNumber: boolean }[] {
  const found: { text: string; isNumber: boolean }[] = []
  let at = 0
  for (const match of text.matchAll(number)) {
    const end = match.index + match[0].length
    if (countsNothing(text.slice(0, match.index), text.slice(end))) continue
    if (match.index > at) found.push({ text: text.slice(at, match.index), isNumber: false })
    found.push({ text: match[0], isNumber: true })
    at = end
  }
  if (at < text.length) found.push({ text: text.slice(at), isNumber: false })
  return found
}

/**
 * A person's words as a say: a number that is printed for one of the candidates becomes that figure's place, so that it goes on being traced and computed; each
 * candidate once as long as there are others that print the same.
 */
export function traceNumbers(typed: string, candidates: readonly Candidate[]): string {
  const left = [...candidates]
  return pieces(halfWidth(typed))
    .map(({ text, isNumber }) => {
      if (!isNumber) return text
      const same = (one: Candidate) => plain(one.text) === plain(text)
      const at = left.findIndex(same)
      const found = at < 0 ? candidates.find(same) : left.splice(at, 1)[0]
      return found ? found.place : text
    })
    .join('')
}

/** Marks the numbers in words that lead to no figure. */
export function markUntraced(run: ReportRun): ReportRun[] {
  if (run.figure !== undefined) return [run]
  return pieces(run.text).map(({ text, isNumber }) => (isNumber ? { text, untraced: true } : { text }))
}
