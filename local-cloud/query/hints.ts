import type { Value } from '../store/document'
import { isPlainObject } from '../store/document'
import type { Filter } from './filter'

const fieldOf = (expr: Value): string | undefined =>
  typeof expr === 'string' && /^\$[^$]/.test(expr) ? expr.slice(1) : undefined

const constantOf = (expr: Value, variables: Record<string, Value>): { value: Value } | undefined => {
  if (typeof expr === 'string' && expr.startsWith('$$')) {
    const name = expr.slice(2)
    return name in variables ? { value: variables[name] ?? null } : undefined
  }
  return typeof expr === 'number' || (typeof expr === 'string' && !expr.startsWith('$')) ? { value: expr } : undefined
}

const fromExpression = (expr: Value, variables: Record<string, Value>): Filter[] => {
  if (!isPlainObject(expr)) return []
  if (Array.isArray(expr.$and)) return expr.$and.flatMap((part: Value) => fromExpression(part, variables))
  if (Array.isArray(expr.$eq)) {
    const [left, right] = expr.$eq as Value[]
    const field = fieldOf(left) ?? fieldOf(right)
    const value = constantOf(fieldOf(left) ? right : left, variables)
    return field && value ? [{ [field]: { $eq: value.value } }] : []
  }
  if (Array.isArray(expr.$in)) {
    const [left, right] = expr.$in as Value[]
    const field = fieldOf(left)
    const list = constantOf(right, variables)
    return field && list && Array.isArray(list.value) ? [{ [field]: { $in: list.value } }] : []
  }
  return []
}

/**
 * Conditions that an index can use, drawn from `$expr` equalities between a field and a variable or constant: what makes
 * `{ $match: { $expr: { $eq: ['$_id', '$$id'] } } }` in a $lookup a seek instead of a scan.
 */
export const hintsOf = (filter: Filter, variables: Record<string, Value> = {}): Filter => {
  const hints = fromExpression(filter.$expr, variables)
  return hints.length === 0 ? {} : { $and: hints }
}
