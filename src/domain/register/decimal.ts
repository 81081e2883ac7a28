import type { Decimal } from '@/contracts/register'

/**
 * Amounts are whole numbers of their smallest unit (12.5 with two decimals is 1250), so that adding them up is exact. One is below 10^12, and so a
 * sum of nine thousand is below 2^53.
 */
export type Scaled = number

const SHAPE = /^(-?)(0|[1-9]\d{0,9})(?:\.(\d{1,2}))?$/

/** The amount that a text says; null when it is none, or has more digits behind the point than `decimals` (zeros do not count). */
export function parseDecimal(text: string, decimals: number): Scaled | null {
  const parts = SHAPE.exec(text)
  if (!parts) return null
  const [, sign, whole = '', behind = ''] = parts
  const digits = behind.replace(/0+$/, '')
  if (digits.length > decimals) return null
  const scaled = Number(whole + digits.padEnd(decimals, '0'))
  // 0 has no sign
  return sign === '-' && scaled > 0 ? -scaled : scaled
}

/** The shortest text that says the amount: 1250 with two decimals is '12.5'. */
export function decimalText(scaled: Scaled, decimals: number): Decimal {
  const digits = String(Math.abs(scaled)).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const behind = digits.slice(digits.length - decimals).replace(/0+$/, '')
  return `${scaled < 0 ? '-' : ''}${whole}${behind === '' ? '' : `.${behind}`}`
}

/** For reading: 12345.6 is 12,345.6. */
export const groupedDecimal = (text: string): string => {
  const [whole = '', behind] = text.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return behind === undefined ? grouped : `${grouped}.${behind}`
}

/** As a number, for a figure: the nearest there is. */
export const toNumber = (scaled: Scaled, decimals: number): number => scaled / 10 ** decimals

/**
 * What a person typed, as a text that `parseDecimal` reads: full-width digits, commas and spaces between thousands, zeros in front. Anything else stays as
 * it is, and is none.
 */
export function typedDecimal(typed: string): string {
  const plain = typed
    .replace(/[０-９．－]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/。/g, '.')
    .replace(/[\s,，]/g, '')
  const [, sign = '', whole = '', behind = ''] = /^(-?)(\d*)(\.\d*)?$/.exec(plain) ?? []
  if (whole === '' && behind.length < 2) return plain
  return `${sign}${whole.replace(/^0+(?=\d)/, '') || '0'}${behind === '.' ? '' : behind}`
}
