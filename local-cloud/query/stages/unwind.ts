import type { Value } from '../../store/document'
import { isPlainObject, ownField } from '../../store/document'
import { hold, step } from '../guard'
import { splitPath } from '../limits'
import { refuse } from '../refuse'
import { hasField } from '../values'

type Row = Record<string, Value>

const readPath = (path: Value): string[] => {
  if (typeof path !== 'string') throw refuse(28808, `expected a string as the path for $unwind stage`)
  if (!path.startsWith('$') || path.startsWith('$$'))
    throw refuse(28818, `path option to $unwind stage should be prefixed with a '$': ${path}`)
  return splitPath(path.slice(1))
}

/** A copy of the row with another value at the path (undefined removes the field). */
export const replaceAt = (row: Row, [key = '', ...rest]: readonly string[], value: Value): Row => {
  const own = ownField(row, key)
  const next = rest.length === 0 ? value : replaceAt(isPlainObject(own) ? own : {}, rest, value)
  const entries = Object.entries(row).map(([name, item]): [string, Value] => [name, name === key ? next : item])
  if (!hasField(row, key)) entries.push([key, next])
  return Object.fromEntries(entries.filter(([, item]) => item !== undefined))
}

/** Documents only: a list on the way ends the path, as in MongoDB. */
const nestedValue = (row: Row, parts: readonly string[]): Value =>
  parts.reduce((value: Value, part) => (isPlainObject(value) ? ownField(value, part) : undefined), row)

const options = new Set(['path', 'includeArrayIndex', 'preserveNullAndEmptyArrays'])

/** `$unwind`: a row per element; a value that is no list is taken for a list of one. */
export const unwindStage = (spec: Value): ((rows: readonly Row[]) => Row[]) => {
  const full: Row = typeof spec === 'string' ? { path: spec } : isPlainObject(spec) ? spec : {}
  if (typeof spec !== 'string' && !isPlainObject(spec))
    throw refuse(15981, 'expected either a string or an object as specification for $unwind stage')
  for (const key of Object.keys(full))
    if (!options.has(key)) throw refuse(28811, `unrecognized option to $unwind stage: ${key}`)
  const parts = readPath(full.path)
  const { includeArrayIndex: index, preserveNullAndEmptyArrays: preserve = false } = full
  if (typeof preserve !== 'boolean')
    throw refuse(28809, 'expected a boolean for the preserveNullAndEmptyArrays option to $unwind stage')
  if (index !== undefined && (typeof index !== 'string' || index === ''))
    throw refuse(28810, 'expected a non-empty string for the includeArrayIndex option to $unwind stage')
  if (typeof index === 'string' && index.startsWith('$'))
    throw refuse(28822, `includeArrayIndex option to $unwind stage should not be prefixed with a '$': ${index}`)
  const numbered = (row: Row, at: number | null) =>
    typeof index === 'string' ? replaceAt(row, splitPath(index), at) : row
  return (rows) =>
    rows.flatMap((row) => {
      const value = nestedValue(row, parts)
      if (Array.isArray(value)) {
        hold(value.length * 5)
        step()
        if (value.length > 0) return value.map((item: Value, i) => numbered(replaceAt(row, parts, item), i))
        return preserve ? [numbered(replaceAt(row, parts, undefined), null)] : []
      }
      if (value === undefined || value === null) return preserve ? [numbered(row, null)] : []
      return [numbered(row, null)]
    })
}
