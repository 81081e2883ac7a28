import type { Document, Source } from '../../../content'

const DIGITS = '零一二三四五六七八九'

/** The value of a Chinese numeral below one thousand as articles are numbered (一百零八 → 108); null when it is none. */
export function parseNumeral(text: string): number | null {
  const parts = /^(?:([一二三四五六七八九])百)?(零)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(text)
  if (text === '' || parts === null) return null
  const [, hundreds, zero, tens, ten, ones] = parts
  // 零 stands for missing tens, and only there: 一百零八, not 一百八, 零八 or 一百零十.
  const gap = hundreds !== undefined && ten === undefined && ones !== undefined
  if ((zero !== undefined) !== gap) return null
  // After a hundred ten is 一十, on its own 十.
  if (hundreds === undefined ? tens === '一' : ten !== undefined && tens === undefined) return null
  const digit = (one: string | undefined): number => (one === undefined ? 0 : DIGITS.indexOf(one))
  return digit(hundreds) * 100 + (ten === undefined ? 0 : tens === undefined ? 10 : digit(tens) * 10) + digit(ones)
}

/** What is wrong with a citation; empty when the document is listed and has such an article or section. */
export function sourceProblems(source: Source, documents: readonly Document[]): string[] {
  const document = documents.find((one) => one.id === source.documentId)
  if (document === undefined) return [`${source.documentId} is not listed`]
  const problems = document.title === source.document ? [] : [`${source.documentId} is not titled ${source.document}`]
  if (document.unit === 'none') return problems
  const pattern = document.unit === 'article' ? /^第(.+)条$/ : /^([一二三四五六七八九十]+)、\S+$/
  const number = parseNumeral(pattern.exec(source.article)?.[1] ?? '')
  if (number === null) problems.push(`${source.article} is no ${document.unit}`)
  else if (number < 1 || number > document.units) problems.push(`${source.article} is beyond ${document.units}`)
  return problems
}
