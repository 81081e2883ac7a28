import type { Value } from '../../store/document'
import { step } from '../guard'
import { refuse } from '../refuse'
import { identity, isMissingOrNull, isTrue, typeName } from '../values'
import { operator, variadic } from './arguments'
import type { Operators } from './types'

const needArray = (code: number, name: string, value: Value): Value[] => {
  if (Array.isArray(value)) return value
  throw refuse(code, `All operands of ${name} must be arrays. One argument is of type: ${typeName(value)}`)
}

const distinct = (values: readonly Value[]): Map<string, Value> => {
  const found = new Map<string, Value>()
  for (const value of values) {
    step()
    const key = identity(value)
    if (!found.has(key)) found.set(key, value)
  }
  return found
}

const union = variadic((values) => {
  if (values.some(isMissingOrNull)) return null
  return [...distinct(values.flatMap((value) => needArray(17043, '$setUnion', value))).values()]
})

const intersection = variadic((values) => {
  if (values.some(isMissingOrNull)) return null
  const [first = [], ...others] = values.map((value) => distinct(needArray(17047, '$setIntersection', value)))
  return [...first].filter(([key]) => others.every((other) => other.has(key))).map(([, value]) => value)
})

const difference = operator('$setDifference', 2, 2, (left, right) => {
  if (isMissingOrNull(left) || isMissingOrNull(right)) return null
  const gone = distinct(needArray(17049, '$setDifference', right))
  const kept = distinct(needArray(17048, '$setDifference', left))
  return [...kept].filter(([key]) => !gone.has(key)).map(([, value]) => value)
})

const equal = variadic((values) => {
  if (values.length < 2) throw refuse(17045, `$setEquals needs at least two arguments had: ${values.length}`)
  const [first, ...others] = values.map((value) => [...distinct(needArray(17044, '$setEquals', value)).keys()].sort())
  return others.every((other) => other.join('|') === first?.join('|') && other.length === first.length)
})

const subset = operator('$setIsSubset', 2, 2, (left, right) => {
  const inner = distinct(needArray(17046, '$setIsSubset', left))
  const outer = distinct(needArray(17042, '$setIsSubset', right))
  return [...inner.keys()].every((key) => outer.has(key))
})

/** Lists as sets: order and repetition do not count. MongoDB leaves the order of a result open; here it is that of the input. */
export const sets: Operators = {
  $setUnion: union,
  $setIntersection: intersection,
  $setDifference: difference,
  $setEquals: equal,
  $setIsSubset: subset,
  $allElementsTrue: operator('$allElementsTrue', 1, 1, (value) =>
    needArray(17040, '$allElementsTrue', value).every(isTrue),
  ),
  $anyElementTrue: operator('$anyElementTrue', 1, 1, (value) =>
    needArray(17041, '$anyElementTrue', value).some(isTrue),
  ),
}
