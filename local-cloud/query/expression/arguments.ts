import type { Value } from '../../store/document'
import { isPlainObject } from '../../store/document'
import { refuse } from '../refuse'
import type { Compile, Evaluate, Names, Operator } from './types'

const asList = (operand: Value): Value[] => (Array.isArray(operand) ? operand : [operand])

/** An operator of `least` to `most` arguments, all computed before it. A single one needs no list. */
export const operator =
  (name: string, least: number, most: number, apply: (...values: Value[]) => Value): Operator =>
  (operand, names, compile) => {
    const list = asList(operand)
    if (list.length < least || list.length > most) {
      throw least === most
        ? refuse(16020, `Expression ${name} takes exactly ${least} arguments. ${list.length} were passed in.`)
        : refuse(
            28667,
            `Expression ${name} takes at least ${least} arguments, and at most ${most}, but ${list.length} were passed in.`,
          )
    }
    const [first, second] = list.map((expr) => compile(expr, names))
    if (list.length === 1 && first) return (env) => apply(first(env))
    if (list.length === 2 && first && second) return (env) => apply(first(env), second(env))
    const all = list.map((expr) => compile(expr, names))
    return (env) => apply(...all.map((evaluate) => evaluate(env)))
  }

/** An operator of any number of arguments, given as one list. */
export const variadic =
  (apply: (values: Value[]) => Value): Operator =>
  (operand, names, compile) => {
    const all = asList(operand).map((expr) => compile(expr, names))
    return (env) => apply(all.map((evaluate) => evaluate(env)))
  }

/** The parts of an operand `{input: …, as: …}`; refuses those that the operator does not know and those that lack. */
export const namedParts = (
  name: string,
  operand: Value,
  required: readonly string[],
  optional: readonly string[] = [],
): Record<string, Value> => {
  if (!isPlainObject(operand)) throw refuse(9, `${name} only supports an object as its argument`)
  for (const key of Object.keys(operand)) {
    if (!required.includes(key) && !optional.includes(key)) {
      throw refuse(9, `Unrecognized argument to ${name}: ${key}`)
    }
  }
  for (const key of required) if (operand[key] === undefined) throw refuse(9, `Missing '${key}' parameter to ${name}`)
  return operand
}

/** An operator with named arguments, computed before it; those not given are undefined. */
export const named =
  (
    name: string,
    required: readonly string[],
    optional: readonly string[],
    apply: (values: Record<string, Value>, given: ReadonlySet<string>) => Value,
  ): Operator =>
  (operand, names, compile) => {
    const parts = namedParts(name, operand, required, optional)
    const compiled = Object.entries(parts).map(([key, expr]) => [key, compile(expr, names)] as const)
    const given = new Set(Object.keys(parts))
    return (env) => apply(Object.fromEntries(compiled.map(([key, evaluate]) => [key, evaluate(env)])), given)
  }

/** A name that `as` or `$let` may give. */
export const checkVariable = (name: Value): string => {
  if (typeof name !== 'string') throw refuse(16866, 'a variable name must be a string')
  if (name !== 'CURRENT' && !/^[a-z\u0080-\uffff][\w\u0080-\uffff]*$/.test(name)) {
    throw refuse(16867, `'${name}' starts with an invalid character for a user variable name`)
  }
  if (name === 'CURRENT') throw refuse(9, 'the local cloud does not support a variable named CURRENT')
  return name
}

/** Compiles where further variables are known. */
export const within = (compile: Compile, names: Names, ...more: string[]): ((expr: Value) => Evaluate) => {
  const known = new Set([...names, ...more])
  return (expr) => compile(expr, known)
}
