import { unsupported } from '../../errors'
import type { Value } from '../../store/document'
import { isPlainObject } from '../../store/document'
import { evaluator } from '../expression/compile'
import { mergeObjects } from '../expression/objects'
import type { Names, Variables } from '../expression/types'
import { step } from '../guard'
import { refuse } from '../refuse'
import type { Fold } from '../statistics'
import { average, deviation, greatest, least, sum } from '../statistics'
import { hasField, identity } from '../values'

type Row = Record<string, Value>

/** Makes one value of the rows of a group. */
export type Accumulate = (rows: readonly Row[], variables: Variables) => Value

const present = (values: readonly Value[]): Value[] => values.filter((value) => value !== undefined)

const folds: Record<string, Fold> = {
  $sum: sum,
  $avg: average,
  $min: least,
  $max: greatest,
  $stdDevPop: deviation(false),
  $stdDevSamp: deviation(true),
  $push: present,
  $addToSet: (values) => [...new Map(present(values).map((value) => [identity(value), value])).values()],
  $mergeObjects: mergeObjects,
}

/** `{ $sum: expression }` and its like; a missing value is null in $first and $last and nothing in lists. */
export const accumulator = (field: string, spec: Value, names: Names): Accumulate => {
  if (field.includes('.')) throw refuse(40235, `The field name '${field}' cannot contain '.'`)
  if (field.startsWith('$')) throw refuse(40236, `The field name '${field}' cannot be an operator name`)
  if (!isPlainObject(spec)) throw refuse(40234, `The field '${field}' must be an accumulator object`)
  const [name, ...more] = Object.keys(spec)
  if (name === undefined || more.length > 0) throw refuse(40238, `The field '${field}' must specify one accumulator`)
  const operand = spec[name]
  if (name === '$count') {
    if (!isPlainObject(operand) || Object.keys(operand).length > 0)
      throw refuse(9, '$count takes no arguments, i.e. $count:{}')
    return (rows) => rows.length
  }
  const single: Value = Array.isArray(operand) && operand.length === 1 ? operand[0] : operand
  if (Array.isArray(single) && single === operand) throw refuse(40237, `The ${name} accumulator is a unary operator`)
  const evaluate = evaluator(single, names)
  const at = (row: Row | undefined, variables: Variables) => {
    step()
    return row && evaluate({ root: row, variables })
  }
  if (name === '$first') return (rows, variables) => at(rows[0], variables) ?? null
  if (name === '$last') return (rows, variables) => at(rows.at(-1), variables) ?? null
  const fold = hasField(folds, name) ? folds[name] : undefined
  if (!fold) throw unsupported(`the accumulator ${name}`)
  return (rows, variables) => fold(rows.map((row) => at(row, variables)))
}
