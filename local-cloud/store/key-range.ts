import type { Constraint } from './constraints'
import { encodeValue, invert } from './key-encoding'

/** A stretch of an index's keys: from `start` (inclusive) to `end` (exclusive); null means open. */
export interface KeyRange {
  start: Buffer | null
  end: Buffer | null
}

/** The first key after all that begin with these bytes; null when there is none. */
export const afterPrefix = (prefix: Buffer): Buffer | null => {
  let length = prefix.length
  while (length > 0 && prefix[length - 1] === 0xff) length--
  if (length === 0) return null
  const next = Buffer.from(prefix.subarray(0, length))
  next[length - 1] = (next[length - 1] as number) + 1
  return next
}

/** Keys that begin with the prefix. */
export const prefixRange = (prefix: Buffer): KeyRange => ({ start: prefix, end: afterPrefix(prefix) })

/** The first key after the inversions of everything that is at least the bound. */
const afterInverted = (bound: Buffer): Buffer => afterPrefix(invert(bound)) ?? Buffer.from([0xff, 0xff])

/**
 * The keys under a prefix whose next field fulfils a range condition. MongoDB compares within a type only, so an open
 * side ends at the border of the type. On an array two elements may satisfy the two bounds, so only one narrows the search.
 */
export const boundedRange = (
  prefix: Buffer,
  constraint: Constraint,
  direction: 1 | -1,
  multiKey: boolean,
): KeyRange => {
  const { lower } = constraint
  const upper = multiKey && lower ? undefined : constraint.upper
  const type = encodeValue((lower ?? upper)?.value).subarray(0, 1)
  let low: Buffer = type
  let high = afterPrefix(type) as Buffer
  if (lower) {
    const bytes = encodeValue(lower.value)
    low = lower.inclusive ? bytes : (afterPrefix(bytes) as Buffer)
  }
  if (upper) {
    const bytes = encodeValue(upper.value)
    if (bytes[0] === type[0]) high = upper.inclusive ? (afterPrefix(bytes) as Buffer) : bytes
  }
  // Descending fields are stored inverted, so [low, high) runs the other way.
  const [start, end] = direction === 1 ? [low, high] : [afterInverted(high), afterInverted(low)]
  return { start: Buffer.concat([prefix, start]), end: Buffer.concat([prefix, end]) }
}
