/**
 * A phone number in the one form in which numbers are compared, E.164: `+` and at most 15 digits with the country's. null for what is no number.
 * @param country the country of a number that does not say it; the mainland unless told. A mainland number is a mobile one: 1 and ten digits.
 */
export function canonicalPhone(typed: string, country = '86'): string | null {
  const text = typed.replace(/[\s()-]/g, '').replace(/^00/, '+')
  const digits = text.startsWith('+') ? text.slice(1) : /^861\d{10}$/.test(text) ? text : `${country}${text}`
  if (!/^[1-9]\d{6,14}$/.test(digits)) return null
  return digits.startsWith('86') && !/^861\d{10}$/.test(digits) ? null : `+${digits}`
}
