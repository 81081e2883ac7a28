import type { Value } from '../../store/document'
import type { Fold } from '../statistics'
import { average, deviation, greatest, least, sum } from '../statistics'
import { operator } from './arguments'
import { firstOf, lastOf } from './arrays'
import type { Operator, Operators } from './types'

/** Outside `$group` these work on one list, or on their arguments (a list among several does not count as numbers). */
const over =
  (fold: Fold): Operator =>
  (operand, names, compile) => {
    if (Array.isArray(operand) && operand.length !== 1) {
      const all = operand.map((expr: Value) => compile(expr, names))
      return (env) => fold(all.map((evaluate) => evaluate(env)))
    }
    const only = compile(Array.isArray(operand) ? operand[0] : operand, names)
    return (env) => {
      const value = only(env)
      return fold(Array.isArray(value) ? value : [value])
    }
  }

export const accumulatedOperators: Operators = {
  $sum: over(sum),
  $avg: over(average),
  $min: over(least),
  $max: over(greatest),
  $stdDevPop: over(deviation(false)),
  $stdDevSamp: over(deviation(true)),
  $first: operator('$first', 1, 1, firstOf),
  $last: operator('$last', 1, 1, lastOf),
}
