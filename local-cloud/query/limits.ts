import type { Value } from '../store/document'
import { isPlainObject } from '../store/document'
import { refuse } from './refuse'

/** Documents and lists within each other that MongoDB stores. */
const maxDepth = 100

/** Refuses what is nested deeper than MongoDB stores or reads. */
export const checkDepth = (value: Value, left = maxDepth): void => {
  const items = Array.isArray(value) ? value : isPlainObject(value) ? Object.values(value) : undefined
  if (!items) return
  if (left === 0) throw refuse(15, `cannot have more than ${maxDepth} nested documents`)
  for (const item of items) checkDepth(item, left - 1)
}
