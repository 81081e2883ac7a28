import { badRequest, unsupported } from '../../errors'
import type { Document, Value } from '../../store/document'
import { isPlainObject } from '../../store/document'
import { refuse } from '../refuse'
import { typeName } from '../values'
import { arrayOperators } from './array-operators'
import type { UpdateOperator } from './field-operators'
import { fieldOperators } from './field-operators'
import { comparePaths } from './path'

/** An update as it came: `{ $set: {field: value}, … }`. */
export type Update = Record<string, Value>

const operators: Record<string, UpdateOperator> = { ...fieldOperators, ...arrayOperators }

/** Dates, ids and the like are never changed in place, so they may be shared. */
const copy = (value: Value): Value => {
  if (Array.isArray(value)) return value.map(copy)
  if (!isPlainObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item)]))
}

const overlaps = (a: string, b: string) => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`)

interface Change {
  operator: UpdateOperator
  path: string
  operand: Value
}

/** Refuses unknown operators by name, and two changes to one place. */
const readUpdate = (update: Update): Change[] => {
  const changes: Change[] = []
  const touched: string[] = []
  const touch = (path: string) => {
    const clash = touched.find((other) => overlaps(path, other))
    if (clash !== undefined) {
      throw refuse(
        40,
        `Updating the path '${path}' would create a conflict at '${clash.length < path.length ? clash : path}'`,
      )
    }
    touched.push(path)
  }
  for (const [name, fields] of Object.entries(update)) {
    if (!name.startsWith('$')) throw badRequest(`the update must hold operators only, found the field '${name}'`)
    const operator = operators[name]
    if (!operator) throw unsupported(`the update operator ${name}`)
    if (!isPlainObject(fields))
      throw refuse(9, `Modifiers operate on fields but we found type ${typeName(fields)} instead, for ${name}`)
    for (const [path, operand] of Object.entries(fields)) {
      touch(path)
      if (name === '$rename' && typeof operand === 'string') touch(operand)
      changes.push({ operator, path, operand })
    }
  }
  if (changes.length === 0)
    throw refuse(9, 'the update is empty. You must specify a field like so: {$set: {<field>: ...}}')
  // MongoDB works in the order of the paths, whatever the order of the request: new fields come out in it.
  return changes.sort((a, b) => comparePaths(a.path, b.path))
}

/**
 * A prepared update: checked once, then applied to as many documents as match. It returns a new document and leaves the
 * given one alone; it throws as MongoDB refuses, with nothing changed.
 */
export const prepareUpdate = (update: Update): ((document: Document) => Document) => {
  const changes = readUpdate(update)
  return (document) => {
    const next = copy(document) as Document
    for (const { operator, path, operand } of changes) operator(next, path, copy(operand))
    return next
  }
}
