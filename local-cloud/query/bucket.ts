import { badRequest, unsupported } from '../errors'
import type { Value } from '../store/document'
import { isPlainObject } from '../store/document'
import { compareValues } from '../store/key-encoding'
import { evaluateExpression, runMingoStage } from './context'

type Row = Record<string, Value>

const known = new Set(['groupBy', 'boundaries', 'default', 'output'])

const readBoundaries = (value: Value): Value[] => {
  if (!Array.isArray(value) || value.length < 2) throw badRequest('$bucket needs at least two boundaries')
  for (let i = 1; i < value.length; i++) {
    if (compareValues(value[i - 1], value[i]) >= 0) throw badRequest("$bucket's boundaries must ascend")
  }
  return value
}

/** Sorts rows into [lower, upper) by an expression; only buckets that hold something are answered, in order. */
export const bucket = (rows: readonly Row[], spec: Value, variables: Record<string, Value> | undefined): Row[] => {
  if (!isPlainObject(spec)) throw badRequest('$bucket needs an object')
  for (const key of Object.keys(spec)) if (!known.has(key)) throw unsupported(`the $bucket option '${key}'`)
  const boundaries = readBoundaries(spec.boundaries)
  const output = spec.output ?? { count: { $sum: 1 } }
  if (!isPlainObject(output)) throw badRequest("$bucket's output must be an object")
  const held = new Map<Value, Row[]>()
  for (const row of rows) {
    const value = evaluateExpression(row, spec.groupBy, variables)
    const upper = boundaries.findIndex((boundary) => compareValues(value, boundary) < 0)
    const id = upper > 0 ? boundaries[upper - 1] : spec.default
    if (id === undefined) throw badRequest('$bucket found a value outside the boundaries, and there is no default')
    held.set(id, [...(held.get(id) ?? []), row])
  }
  return [...held]
    .sort(([a], [b]) => compareValues(a, b))
    .map(([id, members]) => {
      const [{ _id, ...sums } = { _id: null }] = runMingoStage(members, '$group', { _id: null, ...output }, variables)
      return { _id: id, ...sums }
    })
}
