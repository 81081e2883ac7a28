import type { Value } from '../../store/document'
import { isPlainObject } from '../../store/document'
import { evaluator } from '../expression/compile'
import type { Names, Variables } from '../expression/types'
import { refuse } from '../refuse'
import { compare, typeName } from '../values'
import { accumulator } from './accumulators'

type Row = Record<string, Value>

const known = new Set(['groupBy', 'boundaries', 'default', 'output'])

const family = (value: Value) => typeName(value).replace(/^(int|long|double)$/, 'number')

const constant = (expr: Value): Value => {
  if (isPlainObject(expr) && '$literal' in expr) return expr.$literal
  if (isPlainObject(expr) || (typeof expr === 'string' && expr.startsWith('$'))) {
    throw refuse(40191, "The $bucket 'boundaries' field must be an array of constant values")
  }
  return expr
}

const readBoundaries = (value: Value): Value[] => {
  if (!Array.isArray(value)) throw refuse(40200, "The $bucket 'boundaries' field must be an array")
  if (value.length < 2) throw refuse(40192, "The $bucket 'boundaries' field must have at least 2 values")
  const boundaries = value.map(constant)
  for (const [i, upper] of boundaries.entries()) {
    if (i === 0) continue
    if (family(upper) !== family(boundaries[0]))
      throw refuse(40193, "All values in the the 'boundaries' option to $bucket must have the same type")
    if (compare(boundaries[i - 1], upper) >= 0) throw refuse(40194, "The 'boundaries' option to $bucket must be sorted")
  }
  return boundaries
}

/** `$bucket`: rows into [lower, upper); only buckets that hold something are answered, in order. */
export const bucketStage = (spec: Value, names: Names): ((rows: readonly Row[], variables: Variables) => Row[]) => {
  if (!isPlainObject(spec)) throw refuse(40201, 'Argument to $bucket stage must be an object')
  for (const key of Object.keys(spec))
    if (!known.has(key)) throw refuse(40197, `Unrecognized option to $bucket: ${key}`)
  const { groupBy, output = { count: { $sum: 1 } } } = spec
  if (!isPlainObject(groupBy) && !(typeof groupBy === 'string' && groupBy.startsWith('$'))) {
    throw refuse(40202, "The $bucket 'groupBy' field must be defined as a $-prefixed path or an expression")
  }
  const boundaries = readBoundaries(spec.boundaries)
  const hasDefault = spec.default !== undefined
  const other = hasDefault ? constant(spec.default) : undefined
  if (hasDefault && compare(other, boundaries[0]) >= 0 && compare(other, boundaries.at(-1)) < 0) {
    throw refuse(
      40199,
      "The $bucket 'default' field must be less than the lowest boundary or greater than or equal to the highest boundary",
    )
  }
  if (!isPlainObject(output)) throw refuse(40196, "The $bucket 'output' field must be an object")
  const key = evaluator(groupBy, names)
  const outputs = Object.entries(output).map(([name, value]) => [name, accumulator(name, value, names)] as const)
  return (rows, variables) => {
    const held = new Map<Value, Row[]>()
    for (const row of rows) {
      const value = key({ root: row, variables })
      const upper = boundaries.findIndex((boundary) => compare(value, boundary) < 0)
      if (upper <= 0 && !hasDefault) {
        throw refuse(40066, '$switch could not find a matching branch for an input, and no default was specified.')
      }
      const id = upper > 0 ? boundaries[upper - 1] : other
      const members = held.get(id)
      if (members) members.push(row)
      else held.set(id, [row])
    }
    return [...held]
      .sort(([a], [b]) => compare(a, b))
      .map(([_id, members]) => ({
        _id,
        ...Object.fromEntries(outputs.map(([name, accumulate]) => [name, accumulate(members, variables)])),
      }))
  }
}
