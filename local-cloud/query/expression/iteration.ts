import type { Value } from '../../store/document'
import { hold, step } from '../guard'
import { refuse } from '../refuse'
import { isMissingOrNull, isTrue, typeName } from '../values'
import { checkVariable, namedParts, operator, within } from './arguments'
import type { Operator, Operators } from './types'

/** A list of more elements than this would be over MongoDB's 100 MB for one operator. */
const maxRange = 6_000_000

const needArray = (code: number, name: string, value: Value): Value[] => {
  if (Array.isArray(value)) return value
  throw refuse(code, `input to ${name} must be an array not ${typeName(value)}`)
}

/** `$map` and `$filter`: the body is computed with each element as a variable. */
const overElements =
  (
    name: '$map' | '$filter',
    body: 'in' | 'cond',
    code: number,
    collect: (items: Value[], compute: (item: Value) => Value) => Value[],
  ): Operator =>
  (operand, names, compile) => {
    const required = name === '$map' ? ['input', 'in'] : ['input', 'cond']
    const parts = namedParts(name, operand, required, ['as'])
    const as = parts.as === undefined ? 'this' : checkVariable(parts.as)
    const input = compile(parts.input, names)
    const evaluate = within(compile, names, as)(parts[body])
    return (env) => {
      const value = input(env)
      if (isMissingOrNull(value)) return null
      return collect(needArray(code, name, value), (item) => {
        step()
        hold(1)
        return evaluate({ root: env.root, variables: { ...env.variables, [as]: item } })
      })
    }
  }

const reduce: Operator = (operand, names, compile) => {
  const parts = namedParts('$reduce', operand, ['input', 'initialValue', 'in'])
  const [input, initial] = [compile(parts.input, names), compile(parts.initialValue, names)]
  const evaluate = within(compile, names, 'this', 'value')(parts.in)
  return (env) => {
    const value = input(env)
    if (isMissingOrNull(value)) return null
    let result = initial(env)
    for (const item of needArray(40080, '$reduce', value)) {
      step()
      result = evaluate({ root: env.root, variables: { ...env.variables, this: item, value: result } })
    }
    return result
  }
}

const whole = (what: string, code: number, value: Value): number => {
  if (typeof value !== 'number')
    throw refuse(code, `$range requires a numeric ${what} value, found value of type: ${typeName(value)}`)
  if (!Number.isInteger(value) || Math.abs(value) >= 2 ** 31) {
    throw refuse(
      code + 1,
      `$range requires a ${what} value that can be represented as a 32-bit integer, found value: ${value}`,
    )
  }
  return value
}

const range = operator('$range', 2, 3, (start, end, ...rest) => {
  const [from, to] = [whole('starting', 34443, start), whole('ending', 34445, end)]
  const stride = rest.length === 0 ? 1 : whole('step', 34447, rest[0])
  if (stride === 0) throw refuse(34449, '$range requires a non-zero step value')
  const length = Math.max(0, Math.ceil((to - from) / stride))
  if (length > maxRange) throw refuse(146, '$range would use too much memory and cannot spill to disk')
  hold(length)
  return Array.from({ length }, (_value, i) => from + i * stride)
})

const zip: Operator = (operand, names, compile) => {
  const parts = namedParts('$zip', operand, ['inputs'], ['useLongestLength', 'defaults'])
  if (!Array.isArray(parts.inputs) || parts.inputs.length === 0) {
    throw refuse(34461, 'inputs must be an array of expressions, found none')
  }
  const longest = parts.useLongestLength ?? false
  if (typeof longest !== 'boolean') throw refuse(34463, 'useLongestLength must be a bool')
  if (parts.defaults !== undefined && !Array.isArray(parts.defaults)) throw refuse(34462, 'defaults must be an array')
  if (parts.defaults !== undefined && !longest) {
    throw refuse(34466, 'cannot specify defaults unless useLongestLength is true')
  }
  const inputs = parts.inputs.map((expr: Value) => compile(expr, names))
  const defaults = (parts.defaults ?? []).map((expr: Value) => compile(expr, names))
  if (defaults.length > 0 && defaults.length !== inputs.length) {
    throw refuse(34467, 'defaults and inputs must have the same length')
  }
  return (env) => {
    const lists: Value[][] = []
    for (const evaluate of inputs) {
      const value = evaluate(env)
      if (isMissingOrNull(value)) return null
      if (!Array.isArray(value)) throw refuse(34468, `$zip found a non-array expression in input: ${typeName(value)}`)
      lists.push(value)
    }
    const lengths = lists.map(({ length }) => length)
    const length = longest ? Math.max(...lengths) : Math.min(...lengths)
    const fill = defaults.map((evaluate) => evaluate(env))
    hold(length * lists.length)
    return Array.from({ length }, (_value, row) =>
      lists.map((list, i) => (row < list.length ? list[row] : (fill[i] ?? null))),
    )
  }
}

export const iteration: Operators = {
  $map: overElements('$map', 'in', 16883, (items, compute) => items.map((item) => compute(item) ?? null)),
  $filter: overElements('$filter', 'cond', 28651, (items, compute) => items.filter((item) => isTrue(compute(item)))),
  $reduce: reduce,
  $range: range,
  $zip: zip,
}
