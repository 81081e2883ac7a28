import type { ReportRun } from '@/contracts/report'

/** A number that is printed for a figure, and the place that prints it. */
export interface Candidate {
  readonly text: string
  readonly place: string
  /**
   * Of a figure that stands in the sentence anyway: what it counts, which must follow the number, and only once; the same digits elsewhere are something else that
   * happens to be as many (3名党员答题，3个支部). Without one: the person put the figure in, and may use it as they like.
   */
  readonly unit?: string
}

/** A number with what belongs to it: 2,847 · 83.4% · 2.8万多; in characters too, where they count something: 三百多名 · 百分之八十. */
const number =
  /\d[\d,]*(?:\.\d+)?(?:万|亿)?(?:多|%)?|百分之[零〇一二两三四五六七八九十百点]+|[零〇一二两三四五六七八九十百千万亿]{2,}[多余]?(?=[名人场篇份个次门台起件]|公里)/g

/** What may follow the number of a figure, by its unit; of other units their first character: 场次 is also said 场. */
const countedAs: Readonly<Record<string, RegExp>> = {
  '%': /^/,
  名: /^(?:名|位|人(?!次))/,
  人: /^(?:人(?!次)|名|位)/,
  人次: /^人次/,
  个: /^[个家](?!百分)/,
  个百分点: /^个百分点/,
}

const countsSame = (after: string, unit: string): boolean =>
  countedAs[unit]?.test(after.trimStart()) ?? after.trimStart().startsWith(unit.slice(0, 1))

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
 * A person's words as a say: a number that is printed for one of the candidates becomes that figure's place, so that it goes on being traced and computed. Of several
 * that print the same each comes once before one that was put in comes again.
 */
export function traceNumbers(typed: string, candidates: readonly Candidate[]): string {
  const left = [...candidates]
  const all = pieces(halfWidth(typed))
  return all
    .map(({ text, isNumber }, i) => {
      if (!isNumber) return text
      const after = all[i + 1]?.text ?? ''
      const same = ({ text: printed, unit }: Candidate) =>
        plain(printed) === plain(text) && (unit === undefined || countsSame(after, unit))
      const at = left.findIndex(same)
      const found = at < 0 ? candidates.find((one) => one.unit === undefined && same(one)) : left.splice(at, 1)[0]
      return found ? found.place : text
    })
    .join('')
}

/** Marks the numbers in words that lead to no figure. */
export function markUntraced(run: ReportRun): ReportRun[] {
  if (run.figure !== undefined) return [run]
  return pieces(run.text).map(({ text, isNumber }) => (isNumber ? { text, untraced: true } : { text }))
}
