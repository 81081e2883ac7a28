import type { Value } from '../../store/document'
import { refuse } from '../refuse'
import type { TypeName } from '../values'
import { hasField, typeCodes, typeName } from '../values'

const numeric: readonly TypeName[] = ['int', 'long', 'double', 'decimal']

const readType = (type: Value): readonly TypeName[] => {
  if (type === 'number') return numeric
  if (typeof type === 'string') {
    if (!hasField(typeCodes, type)) throw refuse(2, `Unknown type name alias: ${type}`)
    return [type as TypeName]
  }
  const named = Object.entries(typeCodes).find(([, code]) => code === type)
  if (!named) throw refuse(2, `Invalid numerical type code: ${String(type)}`)
  return [named[0] as TypeName]
}

/** The test of `$type`: by name, number or a list of them. */
export const typeTest = (types: Value): ((value: Value) => boolean) => {
  const wanted = new Set((Array.isArray(types) ? types : [types]).flatMap(readType))
  if (wanted.size === 0) throw refuse(9, '$type must match at least one type')
  return (value) => value !== undefined && wanted.has(typeName(value))
}
