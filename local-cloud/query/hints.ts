import type { Value } from '../store/document'
import { isPlainObject } from '../store/document'
import type { Filter } from './filter'
import { hasField } from './values'

type Variables = Record<string, Value>

const fieldOf = (expr: Value): string | undefined =>
  typeof expr === 'string' && /^\$[^$]/.test(expr) ? expr.slice(1) : undefined

const constantOf = (expr: Value, variables: Variables): { value: Value } | undefined => {
  if (typeof expr === 'string' && expr.startsWith('$$')) {
    const name = expr.slice(2)
    return hasField(variables, name) ? { value: variables[name] ?? null } : undefined
  }
  return typeof expr === 'number' || (typeof expr === 'string' && !expr.startsWith('$')) ? { value: expr } : undefined
}

/** `$expr` equalities between a field and a variable or constant. */
const fromExpression = (expr: Value, variables: Variables): Filter[] => {
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

/** `/^abc/` looks in a stretch of the index only: what begins with the letters before the first sign that means something. */
const fromPattern = (field: string, pattern: string, options: string): Filter[] => {
  const prefix = /^\^([^\\^$.|?*+()[\]{}]+)/.exec(pattern)?.[1]
  if (!prefix || /[imx]/.test(options) || pattern.includes('|')) return []
  // A sign of repetition also covers "not at all".
  const sure = /^[?*{]/.test(pattern.slice(prefix.length + 1)) ? [...prefix].slice(0, -1).join('') : prefix
  return sure === '' ? [] : [{ [field]: { $gte: sure, $lt: `${sure}\u{10ffff}` } }]
}

const fromCondition = (field: string, condition: Value): Filter[] => {
  if (condition instanceof RegExp) return fromPattern(field, condition.source, condition.flags)
  if (!isPlainObject(condition)) return []
  const { $regex, $options, $all, $elemMatch } = condition
  const options = typeof $options === 'string' ? $options : ''
  return [
    ...(typeof $regex === 'string' ? fromPattern(field, $regex, options) : []),
    ...($regex instanceof RegExp ? fromPattern(field, $regex.source, $regex.flags + options) : []),
    ...(Array.isArray($all) && !isPlainObject($all[0]) && $all.length > 0
      ? [{ [field]: { $eq: $all[0] as Value } }]
      : []),
    ...(isPlainObject($elemMatch) ? fromElement(field, $elemMatch) : []),
  ]
}

/** What holds of an element holds of the field, or of the fields below it. */
const fromElement = (field: string, condition: Filter): Filter[] => {
  if (Object.keys(condition)[0]?.startsWith('$')) return '$not' in condition ? [] : [{ [field]: condition }]
  return Object.entries(condition)
    .filter(([key]) => !key.startsWith('$'))
    .map(([key, value]) => ({ [`${field}.${key}`]: value }))
}

/**
 * Further conditions that follow from a filter and that an index can use; they only help to find candidates. They make
 * `{ $match: { $expr: { $eq: ['$_id', '$$id'] } } }` in a $lookup, `/^abc/`, `$all` and `$elemMatch` seeks instead of scans.
 */
export const hintsOf = (filter: Filter, variables: Variables = {}): Filter[] =>
  Object.entries(filter).flatMap(([key, value]) => {
    if (key === '$expr') return fromExpression(value, variables)
    if (key === '$and')
      return Array.isArray(value) ? value.filter(isPlainObject).flatMap((part) => hintsOf(part, variables)) : []
    return key.startsWith('$') ? [] : fromCondition(key, value)
  })
