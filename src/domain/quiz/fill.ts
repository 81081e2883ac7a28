import { withArabicNumerals } from './numerals'

/** All kinds of blanks, also the full-width one and those without width that copying brings along. */
const blanks = /[\s\u00a0\u2000-\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]+/g
const fullWidth = /[\uff01-\uff5e]/g
const outer = '。、，,.;:!?…·《》〈〉「」『』【】〔〕()[]"\'‘’“”'

/** Without what stands around the answer: quotes, brackets, a full stop at the end. */
function trimOuter(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && outer.includes(text[from] ?? '')) from += 1
  while (to > from && outer.includes(text[to - 1] ?? '')) to -= 1
  return text.slice(from, to)
}

/**
 * What a person wrote into a gap, in the form in which answers are compared: full-width letters, digits and signs as half-width ones, without
 * blanks, Latin letters small, dashes and quotes of one kind, nothing around it. Words stay as they are, 第 too: 第三 is not 三. Own tables
 * instead of Unicode normalisation, which old phones do not have whole, so that every phone and the server agree.
 */
export function normaliseFill(text: string): string {
  const half = text
    .replace(fullWidth, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(blanks, '')
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replace(/[‐‑‒–—―－]+/g, '-')
    .replace(/[“”„]/g, '"')
    .replace(/[‘’‚]/g, "'")
  return trimOuter(half)
}

/**
 * Whether what was written is one of the accepted answers. A whole number in Chinese numerals is the same as in digits (三十二学时 and 32 学时,
 * 两年 and 2年, 第三条 and 第3条). What belongs to it counts: where 32学时 is accepted, 32 alone is right only if it is listed too, because only the
 * writer of the question knows whether the unit stands behind the gap.
 */
export function sameFill(text: string, accepted: readonly string[]): boolean {
  const given = comparable(text)
  return given !== '' && accepted.some((answer) => comparable(answer) === given)
}

const comparable = (text: string): string => withArabicNumerals(normaliseFill(text))
