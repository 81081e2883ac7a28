import { badRequest, unsupported } from '../../errors'
import type { Document, Value } from '../../store/document'
import { checkFieldNames, isPlainObject } from '../../store/document'
import { compareValues } from '../../store/key-encoding'
import { matcher } from '../filter'
import { refuse } from '../refuse'
import { identity as keyOf, typeName } from '../values'
import type { UpdateOperator } from './field-operators'
import { findPlace, openPlace, readPath, readPlace, writePlace } from './path'
import { sortElements } from './sort-elements'

const noArray = (document: Document, path: string, value: Value) =>
  refuse(
    2,
    `The field '${path}' must be an array but is of type ${typeName(value)} in document {_id: ${JSON.stringify(document._id)}}`,
  )

/** The array at the path as a copy to change, made when it is missing. */
const openArray = (operator: string, document: Document, path: string) => {
  const place = openPlace(document, readPath(operator, path))
  const current = readPlace(place)
  if (current !== undefined && !Array.isArray(current)) throw noArray(document, path, current)
  return { array: current === undefined ? [] : [...current], put: (array: Value[]) => writePlace(place, array) }
}

/** The array at the path, or undefined where there is nothing to take away from. */
const findArray = (operator: string, document: Document, path: string) => {
  const place = findPlace(document, readPath(operator, path))
  const current = place && readPlace(place)
  if (!place || current === undefined) return undefined
  if (!Array.isArray(current))
    throw refuse(
      operator === '$pop' ? 14 : 2,
      operator === '$pop'
        ? `Path '${path}' contains an element of non-array type '${typeName(current)}'`
        : `Cannot apply ${operator} to a non-array value at '${path}' (${typeName(current)})`,
    )
  return { array: current as Value[], put: (array: Value[]) => writePlace(place, array) }
}

const wholeNumber = (name: string, value: Value): number => {
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw badRequest(`The value for ${name} must be a whole number`)
  return value
}

/** `{$each: […], …}` or a single value. */
const readEach = (operator: string, operand: Value, modifiers: readonly string[]) => {
  if (!isPlainObject(operand) || !('$each' in operand)) {
    checkFieldNames(operand)
    return { items: [operand], options: {} as Record<string, Value> }
  }
  const { $each, ...options } = operand
  if (!Array.isArray($each))
    throw badRequest(`The argument to $each in ${operator} must be an array but it was of type ${typeName($each)}`)
  for (const name of Object.keys(options))
    if (!modifiers.includes(name)) throw unsupported(`the modifier ${name} of ${operator}`)
  checkFieldNames($each)
  return { items: $each as Value[], options }
}

const push: UpdateOperator = (document, path, operand) => {
  const { items, options } = readEach('$push', operand, ['$position', '$slice', '$sort'])
  const { array, put } = openArray('$push', document, path)
  const position = options.$position === undefined ? array.length : wholeNumber('$position', options.$position)
  array.splice(position < 0 ? Math.max(0, array.length + position) : position, 0, ...items)
  const sorted = options.$sort === undefined ? array : sortElements(array, options.$sort)
  const slice = options.$slice === undefined ? undefined : wholeNumber('$slice', options.$slice)
  if (slice === undefined) put(sorted)
  else put(slice < 0 ? sorted.slice(slice) : sorted.slice(0, slice))
}

const addToSet: UpdateOperator = (document, path, operand) => {
  const { items } = readEach('$addToSet', operand, [])
  const { array, put } = openArray('$addToSet', document, path)
  const known = new Set(array.map(keyOf))
  for (const item of items) {
    if (known.has(keyOf(item))) continue
    known.add(keyOf(item))
    array.push(item)
  }
  put(array)
}

const pop: UpdateOperator = (document, path, operand) => {
  if (operand !== 1 && operand !== -1) throw badRequest(`$pop expects 1 or -1, found: ${JSON.stringify(operand)}`)
  const found = findArray('$pop', document, path)
  found?.put(operand === 1 ? found.array.slice(0, -1) : found.array.slice(1))
}

/** A condition on elements: operators apply to the element, a document's fields to elements that are documents. */
const elementTest = (condition: Value): ((element: Value) => boolean) => {
  if (condition instanceof RegExp) {
    const test = matcher({ element: condition })
    return (element) => test({ element })
  }
  if (!isPlainObject(condition)) return (element) => compareValues(element, condition) === 0
  if (
    Object.keys(condition).some((name) => name.startsWith('$') && name !== '$and' && name !== '$or' && name !== '$nor')
  ) {
    // An element is taken as it stands: a list within the list is not looked into.
    const test = matcher({ list: { $elemMatch: condition } })
    return (element) => test({ list: [element] })
  }
  const test = matcher(condition)
  return (element) => isPlainObject(element) && test(element)
}

const pull: UpdateOperator = (document, path, operand) => {
  const test = elementTest(operand)
  const found = findArray('$pull', document, path)
  found?.put(found.array.filter((element) => !test(element)))
}

const pullAll: UpdateOperator = (document, path, operand) => {
  if (!Array.isArray(operand))
    throw badRequest(`$pullAll requires an array argument but was given a ${typeName(operand)}`)
  const gone = new Set(operand.map(keyOf))
  const found = findArray('$pullAll', document, path)
  found?.put(found.array.filter((element) => !gone.has(keyOf(element))))
}

export const arrayOperators: Record<string, UpdateOperator> = {
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
}
