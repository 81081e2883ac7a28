import type { Value } from '../../store/document'
import { isPlainObject } from '../../store/document'
import { refuse } from '../refuse'
import { compare, isMissingOrNull, isTrue } from '../values'
import { namedParts, operator } from './arguments'
import type { Operator, Operators } from './types'

const comparison = (name: string, decide: (order: number) => Value) =>
  operator(name, 2, 2, (left, right) => decide(compare(left, right)))

/** `$and` and `$or` stop at the first argument that decides. */
const chain =
  (decisive: boolean): Operator =>
  (operand, names, compile) => {
    const all = (Array.isArray(operand) ? operand : [operand]).map((expr: Value) => compile(expr, names))
    return (env) => (all.some((evaluate) => isTrue(evaluate(env)) === decisive) ? decisive : !decisive)
  }

const conditionParts = ['if', 'then', 'else'] as const

const pick = (parts: Record<string, Value>, names: readonly string[]): Value[] => names.map((name) => parts[name])

const condition: Operator = (operand, names, compile) => {
  if (!isPlainObject(operand) && (!Array.isArray(operand) || operand.length !== 3)) {
    throw refuse(
      16020,
      `Expression $cond takes exactly 3 arguments. ${Array.isArray(operand) ? operand.length : 1} were passed in.`,
    )
  }
  const list: Value[] = Array.isArray(operand)
    ? operand
    : pick(namedParts('$cond', operand, conditionParts), conditionParts)
  const [test, yes, no] = list.map((expr) => compile(expr, names))
  if (!test || !yes || !no) throw refuse(17080, "$cond needs 'if', 'then' and 'else'")
  return (env) => (isTrue(test(env)) ? yes(env) : no(env))
}

const ifNull: Operator = (operand, names, compile) => {
  if (!Array.isArray(operand) || operand.length < 2) throw refuse(1257300, '$ifNull needs at least two arguments')
  const all = operand.map((expr: Value) => compile(expr, names))
  return (env) => {
    let value: Value
    for (const evaluate of all) {
      value = evaluate(env)
      if (!isMissingOrNull(value)) return value
    }
    return value
  }
}

const choose: Operator = (operand, names, compile) => {
  const { branches, default: otherwise } = namedParts('$switch', operand, [], ['branches', 'default'])
  if (!Array.isArray(branches)) throw refuse(40061, "$switch expected an array for 'branches'")
  if (branches.length === 0) throw refuse(40068, '$switch requires at least one branch.')
  const cases = branches.map((branch: Value) => {
    const parts = namedParts('$switch', branch, ['case', 'then'])
    return { test: compile(parts.case, names), result: compile(parts.then, names) }
  })
  const last = otherwise === undefined ? undefined : compile(otherwise, names)
  return (env) => {
    for (const { test, result } of cases) if (isTrue(test(env))) return result(env)
    if (!last) {
      throw refuse(40066, '$switch could not find a matching branch for an input, and no default was specified.')
    }
    return last(env)
  }
}

/** Comparison across types in BSON order, missing before null; boolean and conditional operators. */
export const logic: Operators = {
  $eq: comparison('$eq', (order) => order === 0),
  $ne: comparison('$ne', (order) => order !== 0),
  $gt: comparison('$gt', (order) => order > 0),
  $gte: comparison('$gte', (order) => order >= 0),
  $lt: comparison('$lt', (order) => order < 0),
  $lte: comparison('$lte', (order) => order <= 0),
  $cmp: comparison('$cmp', Math.sign),
  $and: chain(false),
  $or: chain(true),
  $not: operator('$not', 1, 1, (value) => !isTrue(value)),
  $cond: condition,
  $ifNull: ifNull,
  $switch: choose,
}
