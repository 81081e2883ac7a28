import type { Value } from '../../store/document'
import { isPlainObject } from '../../store/document'
import { refuse } from '../refuse'
import { isMissingOrNull, typeName } from '../values'
import { checkVariable, namedParts, operator, variadic, within } from './arguments'
import type { Operator, Operators } from './types'

/** Later fields win and keep the place of the first; null and missing count as nothing. */
export const mergeObjects = (values: readonly Value[]): Record<string, Value> => {
  const merged = new Map<string, Value>()
  for (const value of values) {
    if (isMissingOrNull(value)) continue
    if (!isPlainObject(value)) {
      throw refuse(40400, `$mergeObjects requires object inputs, but input is of type ${typeName(value)}`)
    }
    for (const [key, item] of Object.entries(value)) merged.set(key, item)
  }
  return Object.fromEntries(merged)
}

const define: Operator = (operand, names, compile) => {
  const { vars, in: body } = namedParts('$let', operand, ['vars', 'in'])
  if (!isPlainObject(vars)) throw refuse(16875, 'invalid parameter: expected an object (vars) in $let')
  // The definitions do not see each other.
  const defined = Object.entries(vars).map(([name, expr]) => [checkVariable(name), compile(expr, names)] as const)
  const evaluate = within(compile, names, ...defined.map(([name]) => name))(body)
  return (env) => {
    const own = Object.fromEntries(defined.map(([name, value]) => [name, value(env)]))
    return evaluate({ root: env.root, variables: { ...env.variables, ...own } })
  }
}

export const objects: Operators = {
  $literal: (operand) => () => operand,
  $let: define,
  $mergeObjects: variadic(mergeObjects),
  $objectToArray: operator('$objectToArray', 1, 1, (value) => {
    if (isMissingOrNull(value)) return null
    if (!isPlainObject(value)) {
      throw refuse(40390, `$objectToArray requires a document input, found: ${typeName(value)}`)
    }
    return Object.entries(value).map(([k, v]) => ({ k, v }))
  }),
}
