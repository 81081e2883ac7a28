import type { Value } from '../../store/document'
import { isPlainObject } from '../../store/document'
import { evaluator } from '../expression/compile'
import type { Names, Variables } from '../expression/types'
import { step } from '../guard'
import { refuse } from '../refuse'
import { identity } from '../values'
import { accumulator } from './accumulators'

type Row = Record<string, Value>

/** `$group`. A missing key is the same as null; within a key of several fields it is not. Groups come as first seen. */
export const groupStage = (spec: Value, names: Names): ((rows: readonly Row[], variables: Variables) => Row[]) => {
  if (!isPlainObject(spec)) throw refuse(15947, "a group's fields must be specified in an object")
  const { _id, ...fields } = spec
  if (_id === undefined) throw refuse(15955, 'a group specification must include an _id')
  const key = evaluator(_id, names)
  const outputs = Object.entries(fields).map(([name, value]) => [name, accumulator(name, value, names)] as const)
  return (rows, variables) => {
    const groups = new Map<string, { _id: Value; rows: Row[] }>()
    for (const row of rows) {
      step()
      const value = key({ root: row, variables }) ?? null
      const name = identity(value)
      const group = groups.get(name)
      if (group) group.rows.push(row)
      else groups.set(name, { _id: value, rows: [row] })
    }
    return [...groups.values()].map((group) => ({
      _id: group._id,
      ...Object.fromEntries(outputs.map(([name, accumulate]) => [name, accumulate(group.rows, variables)])),
    }))
  }
}
