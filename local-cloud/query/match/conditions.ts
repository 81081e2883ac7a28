import { unsupported } from '../../errors'
import type { Value } from '../../store/document'
import { isPlainObject } from '../../store/document'
import { splitPath } from '../limits'
import { refuse } from '../refuse'
import { hasField, isTrue } from '../values'
import { someAt } from './path'
import { patternOf } from './regex'
import type { Test } from './values'
import { equalOrLike, equalTo, matchesPattern, opposites, sizeTest, valueTests } from './values'

/** Compiles the filter of a nested document. */
type CompileFilter = (filter: Record<string, Value>) => Test

/** A condition on a place: `whole` ones look at an array as such, the others at its elements, too. */
interface Condition {
  whole: boolean
  test: Test
  negated: boolean
}

const logical = new Set(['$and', '$or', '$nor', '$expr'])

export const isOperators = (value: Value): value is Record<string, Value> =>
  isPlainObject(value) && Object.keys(value)[0]?.startsWith('$') === true

const elementOf = (operand: Value, filter: CompileFilter): Test => {
  if (!isPlainObject(operand)) throw refuse(2, '$elemMatch needs an Object')
  const [first] = Object.keys(operand)
  const byValue = first?.startsWith('$') && !logical.has(first)
  // Elements are taken as they are: a list within the list is not looked into.
  const test = byValue ? onElement(operand, filter) : filter(operand)
  const fits = byValue ? test : (item: Value) => (isPlainObject(item) || Array.isArray(item)) && test(item)
  return (value) => Array.isArray(value) && value.some(fits)
}

const every = (operand: Value, filter: CompileFilter): Condition[] => {
  if (!Array.isArray(operand)) throw refuse(2, '$all needs an array')
  if (operand.length === 0) return [{ whole: true, test: () => false, negated: false }]
  const nested = operand.filter((item) => isOperators(item))
  if (nested.length > 0) {
    if (nested.length < operand.length || nested.some((item) => Object.keys(item).join() !== '$elemMatch')) {
      throw refuse(2, 'no $ expressions in $all')
    }
    return nested.map((item) => ({ whole: true, test: elementOf(item.$elemMatch, filter), negated: false }))
  }
  return operand.map((item: Value) => ({ whole: false, test: equalOrLike(item), negated: false }))
}

/** What is said of one operator; `$all` says several things. */
const conditions = (
  operator: string,
  operand: Value,
  all: Record<string, Value>,
  filter: CompileFilter,
): Condition[] => {
  const plain = valueTests[opposites[operator] ?? operator]
  if (plain && hasField(valueTests, opposites[operator] ?? operator)) {
    if (operator === '$ne' && operand instanceof RegExp) throw refuse(2, "Can't have regex as arg to $ne.")
    return [{ whole: false, test: plain(operand), negated: operator in opposites }]
  }
  switch (operator) {
    case '$exists':
      return [{ whole: true, test: (value) => value !== undefined, negated: !isTrue(operand) }]
    case '$size':
      return [{ whole: true, test: sizeTest(operand), negated: false }]
    case '$elemMatch':
      return [{ whole: true, test: elementOf(operand, filter), negated: false }]
    case '$all':
      return every(operand, filter)
    case '$regex': {
      const regex = operand instanceof RegExp ? operand : undefined
      return [{ whole: false, test: matchesPattern(patternOf(operand, all.$options), regex), negated: false }]
    }
    case '$options':
      if (all.$regex === undefined) throw refuse(2, '$options needs a $regex')
      return []
  }
  throw unsupported(`the query operator ${operator}`)
}

const checkOperators = (value: Record<string, Value>): void => {
  for (const name of Object.keys(value)) if (!name.startsWith('$')) throw refuse(2, `unknown operator: ${name}`)
}

const negation = (operand: Value): Record<string, Value> => {
  if (operand instanceof RegExp) return { $regex: operand }
  if (!isPlainObject(operand)) throw refuse(2, '$not needs a regex or a document')
  if (Object.keys(operand).length === 0) throw refuse(2, '$not cannot be empty')
  checkOperators(operand)
  return operand
}

/** The conditions of `$elemMatch: {$gt: 1, …}` on an element as it stands. */
const onElement = (operators: Record<string, Value>, filter: CompileFilter): Test => {
  checkOperators(operators)
  const tests = Object.entries(operators).map(([operator, operand]): Test => {
    if (operator === '$not') {
      const inner = onElement(negation(operand), filter)
      return (value) => !inner(value)
    }
    const list = conditions(operator, operand, operators, filter)
    return (value) => list.every(({ test, negated }) => test(value) !== negated)
  })
  return (value) => tests.every((test) => test(value))
}

/** `{field: condition}` as a test of the document: a value, a regular expression, or operators. */
export const fieldCondition = (path: string, condition: Value, filter: CompileFilter): Test => {
  const parts = splitPath(path)
  const at =
    ({ whole, test, negated }: Condition): Test =>
    (document) =>
      someAt(document, parts, !whole, test) !== negated
  if (!isOperators(condition)) {
    const test = condition instanceof RegExp ? equalOrLike(condition) : equalTo(condition)
    return at({ whole: false, test, negated: false })
  }
  checkOperators(condition)
  const tests = Object.entries(condition).map(([operator, operand]): Test => {
    if (operator === '$not') {
      const inner = fieldCondition(path, negation(operand), filter)
      return (document) => !inner(document)
    }
    const list = conditions(operator, operand, condition, filter).map(at)
    return (document) => list.every((test) => test(document))
  })
  return (document) => tests.every((test) => test(document))
}
