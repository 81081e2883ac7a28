import type { Value } from '../../store/document'
import { refuse } from '../refuse'
import { isMissingOrNull, typeName } from '../values'

/** A number as MongoDB writes it: JavaScript's shortest form, with its own names of the extremes. */
export const numberText = (value: number): string => {
  if (Number.isNaN(value)) return 'NaN'
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity'
  return Object.is(value, -0) ? '-0' : String(value)
}

/** What `$toLower`, `$substr` and the like take for a text: strings, numbers, dates; null and missing are ''. */
export const coercedText = (value: Value): string => {
  if (isMissingOrNull(value)) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return numberText(value)
  if (value instanceof Date) return value.toISOString()
  throw refuse(16007, `can't convert from BSON type ${typeName(value)} to String`)
}

/** A whole number of at least 0 that tells a place or a length. */
export const placeOf = (name: string, what: string, value: Value): number => {
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    throw refuse(
      40096,
      `${name} requires an integral ${what}, found a value of type: ${typeName(value)}, with value: ${String(value)}`,
    )
  }
  if (value < 0) throw refuse(40097, `${name} requires a nonnegative ${what}, found: ${value}`)
  return value
}
