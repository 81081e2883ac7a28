import type { Value } from '../../store/document'
import { isPlainObject, ownField } from '../../store/document'

/** Is told each value that a path finds; stops the walk by returning true. */
export type Visit = (value: Value) => boolean

const isIndex = (part: string) => /^(0|[1-9]\d*)$/.test(part)

const leaf = (value: Value, expand: boolean, visit: Visit): boolean => {
  if (expand && Array.isArray(value)) for (const item of value) if (visit(item)) return true
  return visit(value)
}

const walk = (value: Value, parts: readonly string[], at: number, expand: boolean, visit: Visit): boolean => {
  if (at === parts.length) return leaf(value, expand, visit)
  const part = parts[at] as string
  if (Array.isArray(value)) {
    if (isIndex(part) && Number(part) < value.length && walk(value[Number(part)], parts, at + 1, expand, visit))
      return true
    // Only documents are looked into; scalars and lists within a list have no fields, not even missing ones.
    for (const item of value) if (isPlainObject(item) && walk(item, parts, at, expand, visit)) return true
    return false
  }
  if (isPlainObject(value)) return walk(ownField(value, part), parts, at + 1, expand, visit)
  return visit(undefined)
}

/**
 * Visits the values that a filter's dotted path means: through arrays of documents, by index, and (with `expand`) the
 * elements of a final array before the array itself. Missing is visited as undefined.
 * @returns whether a visit said true
 */
export const someAt = (document: Value, parts: readonly string[], expand: boolean, visit: Visit): boolean =>
  walk(document, parts, 0, expand, visit)
