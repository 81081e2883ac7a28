import type { Value } from '../store/document'
import { isPlainObject } from '../store/document'
import { refuse } from './refuse'

/** Documents and lists within each other that MongoDB stores. */
const maxDepth = 100

/** Parts of a dotted path. */
const maxParts = 200

/** Splits a dotted path; refuses one that leads deeper than any document. */
export const splitPath = (path: string): string[] => {
  const parts = path.split('.')
  if (parts.length > maxParts) throw refuse(5984700, `Field path is too long, more than ${maxParts} parts`)
  return parts
}

/** Refuses what is nested deeper than MongoDB stores or reads. */
export const checkDepth = (value: Value, left = maxDepth): void => {
  const items = Array.isArray(value) ? value : isPlainObject(value) ? Object.values(value) : undefined
  if (!items) return
  if (left === 0) throw refuse(15, `cannot have more than ${maxDepth} nested documents`)
  for (const item of items) checkDepth(item, left - 1)
}
