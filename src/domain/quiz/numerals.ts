/**
 * Chinese numerals as Arabic ones, so that 三十二 and 32 are the same answer. Source of the forms: GB/T 15835-2011《出版物上数字用法》,
 * with 两, 廿 (20), 卅 (30), ○ for 〇 and the capital forms (壹 贰 …), which people write.
 */
const sameAs: Readonly<Record<string, string>> = {
  壹: '一',
  贰: '二',
  叁: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  佰: '百',
  仟: '千',
  两: '二',
  零: '〇',
  '○': '〇',
  廿: '二十',
  卅: '三十',
}
const DIGITS = '〇一二三四五六七八九'
const runs = /[〇零○一二两三四五六七八九十百千万亿廿卅壹贰叁肆伍陆柒捌玖拾佰仟]+/g
const multiples: readonly (readonly [sign: string, value: number])[] = [
  ['亿', 1e8],
  ['万', 1e4],
  ['千', 1000],
  ['百', 100],
  ['十', 10],
]

/**
 * The value of a number written by places; null when it is none (百 alone, the 千 and 百 of 千方百计). Between two signs 〇 stands where places are empty; a digit
 * after a sign without it counts the next smaller place, as in speech: 一百五 is 150.
 */
function placeValue(text: string, first = true): number | null {
  if (text === '') return 0
  for (const [sign, unit] of multiples) {
    // the last 亿 or 万 splits; below that each sign stands once
    const at = text.lastIndexOf(sign)
    if (at < 0) continue
    // 十五: only ten may go without a digit before it, at the beginning or after a larger place
    const before = text.slice(0, at)
    const head = before === '' && unit === 10 ? 1 : placeValue(before, first)
    const rest = text.slice(at + 1)
    if (!head || (unit <= 1000 && head > 9)) return null
    const spoken = rest.length === 1 && unit >= 100 ? DIGITS.indexOf(rest) : -1
    const tail = spoken > 0 ? (spoken * unit) / 10 : placeValue(rest, false)
    return tail === null || tail >= unit ? null : head * unit + tail
  }
  const digits = first ? text : text.replace(/^〇/, '')
  const digit = DIGITS.indexOf(digits)
  return digits.length === 1 && digit >= 0 ? digit : null
}

/** One run of numerals in Arabic digits: by places (三十二 → 32) or digit by digit, as years are written (二〇二六 → 2026). */
function arabic(run: string): string {
  const plain = run.replace(/./g, (sign) => sameAs[sign] ?? sign)
  if (!/[十百千万亿]/.test(plain)) return plain.replace(/./g, (sign) => `${DIGITS.indexOf(sign)}`)
  const value = placeValue(plain)
  return value === null ? run : `${value}`
}

/** 3万 and 18亿, as people also write; a part of a decimal number (1.5万) stays. */
const mixed = (text: string): string =>
  text.replace(
    /(^|[^\d.])(\d{1,4})([百千万亿])(?![百千万亿\d])/g,
    (all, before: string, digits: string, sign: string) => {
      const unit = multiples.find(([name]) => name === sign)?.[1]
      return unit === undefined ? all : `${before}${Number(digits) * unit}`
    },
  )

/** A text with every number in it that is written in Chinese numerals in Arabic digits instead. What is no number stays as it is. */
export const withArabicNumerals = (text: string): string =>
  mixed(
    text.replace(runs, (run, at: number) => {
      const behindDigit = at > 0 && /[\d.]/.test(text[at - 1] ?? '')
      return behindDigit ? run : arabic(run)
    }),
  )
