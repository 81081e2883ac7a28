import type { Value } from './document'
import { isPlainObject, ownField } from './document'

/** What a dotted path finds in a document: the values, and whether it went through or ended at an array. */
export interface Found {
  values: Value[]
  /** More than one value may stand for one document: the index over this path is multi-key for it. */
  throughArray: boolean
}

const isIndex = (part: string) => /^(0|[1-9]\d*)$/.test(part)

const walk = (value: Value, parts: readonly string[], at: number, found: Found): void => {
  if (at === parts.length) {
    if (Array.isArray(value)) {
      found.throughArray = true
      // An empty array is indexed as missing; the array itself is not a key (an equality with an array is matched by a scan).
      if (value.length === 0) found.values.push(undefined)
      else found.values.push(...value)
    } else found.values.push(value)
    return
  }
  const part = parts[at] as string
  if (Array.isArray(value)) {
    found.throughArray = true
    if (isIndex(part)) walk(value[Number(part)], parts, at + 1, found)
    for (const item of value) if (isPlainObject(item)) walk(ownField(item, part), parts, at + 1, found)
    if (value.length === 0) found.values.push(undefined)
    return
  }
  if (isPlainObject(value)) walk(ownField(value, part), parts, at + 1, found)
  else found.values.push(undefined)
}

/** All values that MongoDB would see at a dotted path, arrays taken apart. Missing counts as one undefined. */
export const valuesAt = (document: Record<string, Value>, path: string): Found => {
  const found: Found = { values: [], throughArray: false }
  walk(document, path.split('.'), 0, found)
  if (found.values.length === 0) found.values.push(undefined)
  return found
}
