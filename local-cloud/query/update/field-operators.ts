import { badRequest, unsupported } from '../../errors'
import type { Document, Value } from '../../store/document'
import { checkFieldNames } from '../../store/document'
import { compareValues } from '../../store/key-encoding'
import { refuse } from '../refuse'
import { isWhole, typeName } from '../values'
import { clearPlace, findPlace, openPlace, readPath, readPlace, writePlace } from './path'

/** Applies one operator to one path of the document, in place. Throws as MongoDB refuses. */
export type UpdateOperator = (document: Document, path: string, operand: Value) => void

const set: UpdateOperator = (document, path, operand) => {
  checkFieldNames(operand)
  writePlace(openPlace(document, readPath('$set', path)), operand)
}

const unset: UpdateOperator = (document, path) => {
  const place = findPlace(document, readPath('$unset', path))
  if (place) clearPlace(place)
}

/**
 * Whole numbers are computed exactly, in 64 bits. What would leave them is MongoDB's error; what JavaScript could not
 * hold exactly is ours, because production would keep every digit.
 */
const compute = (operator: string, a: number, b: number): number => {
  const add = operator === '$inc'
  const rough = add ? a + b : a * b
  if (!isWhole(a) || !isWhole(b) || Number.isSafeInteger(rough)) return rough
  const exact = add ? BigInt(a) + BigInt(b) : BigInt(a) * BigInt(b)
  if (BigInt.asIntN(64, exact) !== exact) {
    throw refuse(2, `Failed to apply ${operator} operations to current value ((NumberLong)${a})`)
  }
  if (BigInt(Number(exact)) !== exact)
    throw unsupported(`whole numbers like ${exact}, which JavaScript cannot hold exactly`)
  return Number(exact)
}

const arithmetic =
  (operator: '$inc' | '$mul', whenMissing: (operand: number) => number): UpdateOperator =>
  (document, path, operand) => {
    if (typeof operand !== 'number') {
      throw refuse(
        14,
        `Cannot ${operator === '$inc' ? 'increment' : 'multiply'} with non-numeric argument: {${path}: ${typeName(operand)}}`,
      )
    }
    const place = openPlace(document, readPath(operator, path))
    const current = readPlace(place)
    if (current !== undefined && typeof current !== 'number') {
      throw refuse(
        14,
        `Cannot apply ${operator} to a value of non-numeric type. {_id: ${JSON.stringify(document._id)}} has the field '${path}' of non-numeric type ${typeName(current)}`,
      )
    }
    writePlace(place, current === undefined ? whenMissing(operand) : compute(operator, current, operand))
  }

const extreme =
  (operator: string, keeps: (order: number) => boolean): UpdateOperator =>
  (document, path, operand) => {
    checkFieldNames(operand)
    const place = openPlace(document, readPath(operator, path))
    const current = readPlace(place)
    if (current === undefined || !keeps(compareValues(current, operand))) writePlace(place, operand)
  }

const rename: UpdateOperator = (document, path, operand) => {
  if (typeof operand !== 'string')
    throw badRequest(`The 'to' field for $rename must be a string: ${path}: ${typeName(operand)}`)
  const from = findPlace(document, readPath('$rename', path))
  const value = from && readPlace(from)
  if (!from || value === undefined) return
  if (Array.isArray(from.holder)) throw badRequest(`The source field cannot be an array element, '${path}'`)
  clearPlace(from)
  const to = openPlace(document, readPath('$rename', operand))
  if (Array.isArray(to.holder)) throw badRequest(`The destination field cannot be an array element, '${operand}'`)
  writePlace(to, value)
}

export const fieldOperators: Record<string, UpdateOperator> = {
  $set: set,
  $unset: unset,
  $inc: arithmetic('$inc', (operand) => operand),
  $mul: arithmetic('$mul', () => 0),
  $min: extreme('$min', (order) => order <= 0),
  $max: extreme('$max', (order) => order >= 0),
  $rename: rename,
}
