import { unsupported } from '../../errors'
import type { Value } from '../../store/document'
import { isPlainObject, ownField } from '../../store/document'
import { queryTime, step } from '../guard'
import { splitPath } from '../limits'
import { refuse } from '../refuse'
import { hasField } from '../values'
import { operators } from './operators'
import type { Env, Evaluate, Names } from './types'

/** A path below a value: through arrays of documents, whose missing fields are left out; never by index. */
const fieldAt = (value: Value, parts: readonly string[], at = 0): Value => {
  if (at === parts.length) return value
  if (isPlainObject(value)) return fieldAt(ownField(value, parts[at] as string), parts, at + 1)
  if (!Array.isArray(value)) return undefined
  const found: Value[] = []
  for (const item of value) {
    if (!isPlainObject(item)) continue
    const nested = fieldAt(item, parts, at)
    if (nested !== undefined) found.push(nested)
  }
  return found
}

const checkPath = (parts: readonly string[], whole: string): readonly string[] => {
  for (const part of parts) {
    if (part === '') throw refuse(15998, `FieldPath field names may not be empty strings: '${whole}'`)
    if (part.startsWith('$')) throw refuse(16410, `FieldPath field names may not start with '$': '${whole}'`)
    if (part.includes('\0')) throw refuse(16411, 'FieldPath field names may not contain null bytes')
  }
  return parts
}

const system: Record<string, (env: Env) => Value> = {
  ROOT: ({ root }) => root,
  CURRENT: ({ root }) => root,
  REMOVE: () => undefined,
  NOW: () => queryTime(),
}

const variable = (text: string, names: Names): Evaluate => {
  const [name = '', ...path] = splitPath(text)
  checkPath(path, text)
  const own = (env: Env) => ownField(env.variables as Record<string, Value>, name)
  const read = hasField(system, name) ? system[name] : names.has(name) ? own : undefined
  if (!read) throw refuse(17276, `Use of undefined variable: ${name}`)
  return path.length === 0 ? read : (env) => fieldAt(read(env), path)
}

const fieldPath = (text: string, names: Names): Evaluate => {
  if (text.startsWith('$$')) return variable(text.slice(2), names)
  const parts = checkPath(splitPath(text.slice(1)), text)
  const [only] = parts
  if (parts.length === 1 && only !== undefined) {
    return ({ root }) => (isPlainObject(root) ? ownField(root, only) : undefined)
  }
  return ({ root }) => fieldAt(root, parts)
}

const computedObject = (fields: Record<string, Value>, names: Names): Evaluate => {
  const parts = Object.entries(fields).map(([key, expr]) => {
    if (key.includes('.')) throw refuse(16412, `FieldPath field names may not contain '.': '${key}'`)
    checkPath([key], key)
    return [key, evaluator(expr, names)] as const
  })
  return (env) => {
    const entries: [string, Value][] = []
    for (const [key, evaluate] of parts) {
      const value = evaluate(env)
      if (value !== undefined) entries.push([key, value])
    }
    return Object.fromEntries(entries)
  }
}

const object = (expr: Record<string, Value>, names: Names): Evaluate => {
  const keys = Object.keys(expr)
  const [name] = keys
  if (!name?.startsWith('$')) return computedObject(expr, names)
  if (keys.length > 1) {
    throw refuse(15983, `an object representing an expression must have exactly one field: ${keys.join(', ')}`)
  }
  const compile = hasField(operators, name) ? operators[name] : undefined
  if (!compile) throw unsupported(`the expression operator ${name}`)
  const evaluate = compile(expr[name], names, evaluator)
  return (env) => {
    step()
    return evaluate(env)
  }
}

/**
 * Compiles an aggregation expression; unknown operators, variables and wrong numbers of arguments are refused here, before
 * any document is seen.
 * @param names the variables that are known where it stands
 */
export const evaluator = (expr: Value, names: Names = new Set()): Evaluate => {
  if (typeof expr === 'string' && expr.startsWith('$')) {
    if (expr.length === 1) throw refuse(16872, "'$' by itself is not a valid FieldPath")
    return fieldPath(expr, names)
  }
  if (Array.isArray(expr)) {
    const items = expr.map((item: Value) => evaluator(item, names))
    // A list has no holes: what is missing is null in it.
    return (env) => items.map((evaluate) => evaluate(env) ?? null)
  }
  if (isPlainObject(expr)) return object(expr, names)
  return () => expr
}

/** The value of an expression for one row. */
export const evaluate = (expr: Value, root: Value, variables: Record<string, Value> = {}): Value =>
  evaluator(expr, new Set(Object.keys(variables)))({ root, variables })
