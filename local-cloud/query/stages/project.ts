import type { Value } from '../../store/document'
import { isPlainObject } from '../../store/document'
import { evaluator } from '../expression/compile'
import type { Names, Variables } from '../expression/types'
import { refuse } from '../refuse'
import type { Leaf, Rest } from './tree'
import { applyTree, newBranch, plant } from './tree'

type Row = Record<string, Value>

/** A specification of fields, compiled. */
export type Reshape = (row: Row, variables: Variables) => Row

interface Field {
  path: string
  leaf: Leaf
}

const isSwitch = (value: Value): value is number | boolean => typeof value === 'number' || typeof value === 'boolean'

/** Nested documents are another way to write dotted paths. */
const flatten = (stage: string, spec: Row, prefix: string, read: (value: Value) => Leaf): Field[] =>
  Object.entries(spec).flatMap(([key, value]) => {
    if (key.startsWith('$')) throw refuse(16410, `FieldPath field names may not start with '$': '${prefix}${key}'`)
    const path = `${prefix}${key}`
    if (!isPlainObject(value) || Object.keys(value)[0]?.startsWith('$')) return [{ path, leaf: read(value) }]
    if (Object.keys(value).length === 0)
      throw refuse(
        40180,
        `Invalid ${stage} :: an empty object is not a valid value. Found empty object at path '${path}'`,
      )
    return flatten(stage, value, `${path}.`, read)
  })

/** Whether named fields are given or left out; `_id` alone may differ. */
export const modeOf = (fields: readonly Field[]): Rest => {
  const gives = fields.find(({ path, leaf }) => leaf.kind === 'compute' || (leaf.kind === 'keep' && path !== '_id'))
  const drops = fields.find(({ path, leaf }) => leaf.kind === 'drop' && path !== '_id')
  if (gives && drops) {
    throw refuse(31254, `Cannot do exclusion on field ${drops.path} in inclusion projection (with ${gives.path})`)
  }
  if (gives) return 'dropped'
  return drops || fields.some(({ leaf }) => leaf.kind === 'drop') ? 'kept' : 'dropped'
}

export const reshape = (fields: readonly Field[], rest: Rest): Reshape => {
  const tree = newBranch()
  for (const { path, leaf } of fields) plant(tree, path, leaf)
  if (rest === 'dropped' && !tree.fields.has('_id')) tree.fields.set('_id', { kind: 'keep' })
  return (row, variables) => applyTree(tree, row, rest, { root: row, variables })
}

const needObject = (stage: string, spec: Value): Row => {
  if (!isPlainObject(spec)) throw refuse(15969, `${stage} specification must be an object`)
  if (Object.keys(spec).length === 0)
    throw refuse(51272, `Invalid ${stage} :: projection specification must have at least one field`)
  return spec
}

/** `$project`: fields to give (and compute) or to leave out. */
export const projectStage = (spec: Value, names: Names): Reshape => {
  const fields = flatten('$project', needObject('$project', spec), '', (value) => {
    if (isSwitch(value)) return { kind: value ? 'keep' : 'drop' }
    return { kind: 'compute', evaluate: evaluator(value, names) }
  })
  return reshape(fields, modeOf(fields))
}

/** `$addFields` (`$set`): everything stays; what comes out missing is removed. */
export const addFieldsStage = (stage: string, spec: Value, names: Names): Reshape =>
  reshape(
    flatten(stage, needObject(stage, spec), '', (value) => ({ kind: 'compute', evaluate: evaluator(value, names) })),
    'kept',
  )

/** `$unset`: one field or a list of them. */
export const unsetStage = (spec: Value): Reshape => {
  const paths: Value[] = Array.isArray(spec) ? spec : [spec]
  if (paths.length === 0)
    throw refuse(31119, '$unset specification must be a string or an array with at least one field')
  return reshape(
    paths.map((path) => {
      if (typeof path !== 'string')
        throw refuse(31120, '$unset specification must be a string or an array containing only string values')
      return { path, leaf: { kind: 'drop' } }
    }),
    'kept',
  )
}
