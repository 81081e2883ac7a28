import { Query } from 'mingo/query'
import { badRequest, unsupported } from '../errors'
import type { Value } from '../store/document'
import { isPlainObject } from '../store/document'
import { mingoOptions, withCodes } from './context'

const isSwitch = (value: Value) => value === 0 || value === 1 || value === true || value === false

/** The fields to give or to leave out; `$slice` and `$elemMatch` cut arrays. Anything else is refused by name. */
export const checkProjection = (projection: Record<string, Value>): void => {
  let gives = false
  let leavesOut = false
  for (const [field, value] of Object.entries(projection)) {
    if (field.endsWith('.$')) throw unsupported(`the positional projection ${field}`)
    if (isPlainObject(value)) {
      const [operator] = Object.keys(value)
      if (operator !== '$slice' && operator !== '$elemMatch') throw unsupported(`the projection operator ${operator}`)
    } else if (!isSwitch(value)) throw badRequest(`the projection of ${field} must be 0 or 1`)
    else if (field !== '_id') {
      gives ||= Boolean(value)
      leavesOut ||= !value
    }
  }
  if (gives && leavesOut) throw badRequest('a projection cannot both give and leave out fields')
}

export const project = <T extends object>(documents: T[], projection: Record<string, Value> | undefined): object[] => {
  if (!projection || Object.keys(projection).length === 0) return documents
  checkProjection(projection)
  return withCodes(() => new Query({}, mingoOptions()).find<object>(documents as never, projection as never).all())
}
