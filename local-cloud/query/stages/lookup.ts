import { unsupported } from '../../errors'
import type { Value } from '../../store/document'
import { isPlainObject } from '../../store/document'
import { valuesAt } from '../../store/paths'
import { checkVariable } from '../expression/arguments'
import { evaluator } from '../expression/compile'
import type { Filter } from '../filter'
import { find } from '../find'
import { step } from '../guard'
import { splitPath } from '../limits'
import type { PipelineScope, Row, runPipeline, Stage } from '../pipeline'
import { refuse } from '../refuse'
import { replaceAt } from './unwind'

const text = (spec: Row, key: string): string => {
  const value = spec[key]
  if (typeof value !== 'string' || value === '')
    throw refuse(4572, `$lookup argument '${key}' must be a string, and is missing`)
  if (value.startsWith('$')) throw refuse(16410, `FieldPath field names may not start with '$': '${value}'`)
  return value
}

/** Reads `[{$match: …}, …]`. */
const readStages = (pipeline: Value): Stage[] => {
  if (!Array.isArray(pipeline)) throw refuse(14, "'pipeline' option must be specified as an array")
  return pipeline.map((stage: Value): Stage => {
    const entries = isPlainObject(stage) ? Object.entries(stage) : []
    if (entries.length !== 1)
      throw refuse(40323, 'A pipeline stage specification object must contain exactly one field.')
    return entries[0] as Stage
  })
}

/** Equality with any of the values; regular expressions are compared, not looked for. */
const anyOf = (field: string, values: readonly Value[]): Filter =>
  values.some((value) => value instanceof RegExp)
    ? { $or: values.map((value) => ({ [field]: { $eq: value } })) }
    : { [field]: { $in: values } }

/** Equality join: a missing local field counts as null; a list joins with each of its elements. */
const byFields = (spec: Row, scope: PipelineScope): ((rows: Row[]) => Row[]) => {
  const from = scope.collection(text(spec, 'from'))
  const [local, foreign, as] = [text(spec, 'localField'), text(spec, 'foreignField'), splitPath(text(spec, 'as'))]
  return (rows) =>
    rows.map((row) => {
      step()
      const values = valuesAt(row, local).values.map((value) => value ?? null)
      return replaceAt(row, as, find(from, { filter: anyOf(foreign, values) }))
    })
}

const mentionsVariables = (value: Value): boolean => {
  if (typeof value === 'string') return value.startsWith('$$')
  if (Array.isArray(value)) return value.some(mentionsVariables)
  return isPlainObject(value) && Object.values(value).some(mentionsVariables)
}

const byPipeline = (spec: Row, scope: PipelineScope, run: typeof runPipeline): ((rows: Row[]) => Row[]) => {
  const from = scope.collection(text(spec, 'from'))
  const as = splitPath(text(spec, 'as'))
  const stages = readStages(spec.pipeline)
  const bindings = spec.let ?? {}
  if (!isPlainObject(bindings)) throw refuse(9, "$lookup argument 'let' must be an object")
  const variables = scope.variables ?? {}
  const names = new Set(Object.keys(variables))
  const own = Object.entries(bindings).map(([name, expr]) => [checkVariable(name), evaluator(expr, names)] as const)
  const depth = (scope.depth ?? 0) + 1
  return (rows) => {
    // A pipeline that does not look at the row gives every row the same answer.
    const same =
      rows.length > 0 && !mentionsVariables(spec.pipeline) ? run(from, stages, { ...scope, depth }) : undefined
    return rows.map((row) => {
      step()
      if (same) return replaceAt(row, as, same)
      const bound = Object.fromEntries(own.map(([name, compute]) => [name, compute({ root: row, variables })]))
      return replaceAt(row, as, run(from, stages, { ...scope, depth, variables: { ...variables, ...bound } }))
    })
  }
}

const known = new Set(['from', 'as', 'localField', 'foreignField', 'let', 'pipeline'])

/** Both documented forms: `{from, localField, foreignField, as}` and `{from, let, pipeline, as}`. */
export const lookupStage = (spec: Value, scope: PipelineScope, run: typeof runPipeline): ((rows: Row[]) => Row[]) => {
  if (!isPlainObject(spec)) throw refuse(40319, 'the $lookup specification must be an Object')
  for (const key of Object.keys(spec))
    if (!known.has(key)) throw refuse(40316, `$lookup does not know the argument '${key}'`)
  if (spec.pipeline === undefined) {
    if (spec.let !== undefined) throw refuse(9, "$lookup with a 'let' argument must also specify 'pipeline'")
    return byFields(spec, scope)
  }
  if (spec.localField !== undefined || spec.foreignField !== undefined) {
    throw unsupported('$lookup with both localField/foreignField and pipeline')
  }
  return byPipeline(spec, scope, run)
}
