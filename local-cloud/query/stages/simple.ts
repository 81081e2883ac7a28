import type { Value } from '../../store/document'
import { isPlainObject } from '../../store/document'
import { evaluator } from '../expression/compile'
import type { Names, Variables } from '../expression/types'
import { refuse } from '../refuse'
import { typeName } from '../values'

type Row = Record<string, Value>

/** `$skip` and `$limit` take whole numbers. */
export const wholeNumber = (name: string, value: Value, least: number): number => {
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    throw refuse(5107200, `invalid argument to ${name} stage: Expected an integer, found ${typeName(value)}`)
  }
  if (value < least)
    throw refuse(15958, `invalid argument to ${name} stage: Expected a number of at least ${least}, found ${value}`)
  return value
}

/** The name under which `$count` answers. */
export const countField = (field: Value): string => {
  if (typeof field !== 'string' || field === '') throw refuse(40157, 'the count field must be a non-empty string')
  if (field.startsWith('$')) throw refuse(40158, 'the count field cannot be a $-prefixed path')
  if (field.includes('\0')) throw refuse(40159, 'the count field cannot contain a null byte')
  if (field.includes('.')) throw refuse(40160, "the count field cannot contain '.'")
  return field
}

/** Nothing, not zero, when there was nothing to count. */
export const countStage = (field: string, total: number): Row[] => (total === 0 ? [] : [{ [field]: total }])

/** `$sample`: rows at random, each at most once. */
export const sampleStage = (value: Value): ((rows: readonly Row[]) => Row[]) => {
  if (!isPlainObject(value)) throw refuse(28745, 'the $sample stage specification must be an object')
  const { size } = value
  if (typeof size !== 'number') throw refuse(28746, 'size argument to $sample must be a number')
  if (size < 1) throw refuse(28747, 'size argument to $sample must be a positive integer')
  return (rows) => {
    const pool = [...rows]
    const taken = Math.min(Math.trunc(size), pool.length)
    // Fisher and Yates, as far as needed.
    for (let i = 0; i < taken; i++) {
      const other = i + Math.floor(Math.random() * (pool.length - i))
      const [a, b] = [pool[i] as Row, pool[other] as Row]
      pool[i] = b
      pool[other] = a
    }
    return pool.slice(0, taken)
  }
}

/** `$replaceRoot` and `$replaceWith`: the expression must give a document. */
export const replaceRootStage = (expr: Value, names: Names): ((row: Row, variables: Variables) => Row) => {
  const evaluate = evaluator(expr, names)
  return (row, variables) => {
    const value = evaluate({ root: row, variables })
    if (isPlainObject(value)) return value
    throw refuse(
      40228,
      `'newRoot' expression must evaluate to an object, but resulting value was of type: ${typeName(value)}`,
    )
  }
}

/** The expression of `{ newRoot: … }`. */
export const newRootOf = (spec: Value): Value => {
  if (!isPlainObject(spec)) throw refuse(40229, 'expected an object as specification for $replaceRoot stage')
  for (const key of Object.keys(spec))
    if (key !== 'newRoot') throw refuse(40230, `unrecognized option to $replaceRoot stage: ${key}`)
  if (spec.newRoot === undefined) throw refuse(40231, 'no newRoot specified for the $replaceRoot stage')
  return spec.newRoot
}
