import { badRequest, unsupported } from '../errors'
import type { Value } from '../store/document'
import { isPlainObject } from '../store/document'
import { valuesAt } from '../store/paths'
import { evaluateExpression } from './context'
import { find } from './find'
import type { PipelineScope, Row, Stage } from './pipeline'
import { runPipeline } from './pipeline'

const text = (spec: Row, key: string): string => {
  const value = spec[key]
  if (typeof value !== 'string' || value === '') throw badRequest(`$lookup needs '${key}'`)
  return value
}

/** Reads `[{$match: …}, …]`. */
export const readStages = (pipeline: Value): Stage[] => {
  if (!Array.isArray(pipeline)) throw badRequest('a pipeline must be an array')
  return pipeline.map((stage: Value): Stage => {
    const entries = isPlainObject(stage) ? Object.entries(stage) : []
    if (entries.length !== 1) throw badRequest('a pipeline stage must have exactly one field')
    return entries[0] as Stage
  })
}

/** Equality join: a missing local field counts as null; an array joins with each of its elements. */
const byFields = (rows: readonly Row[], spec: Row, scope: PipelineScope): Row[] => {
  const from = scope.collection(text(spec, 'from'))
  const [local, foreign, as] = [text(spec, 'localField'), text(spec, 'foreignField'), text(spec, 'as')]
  return rows.map((row) => {
    const values = valuesAt(row, local).values.map((value) => value ?? null)
    return { ...row, [as]: find(from, { filter: { [foreign]: { $in: values } } }) }
  })
}

const mentionsVariables = (value: Value): boolean => {
  if (typeof value === 'string') return value.startsWith('$$')
  if (Array.isArray(value)) return value.some(mentionsVariables)
  return isPlainObject(value) && Object.values(value).some(mentionsVariables)
}

const byPipeline = (rows: readonly Row[], spec: Row, scope: PipelineScope): Row[] => {
  const from = scope.collection(text(spec, 'from'))
  const as = text(spec, 'as')
  const stages = readStages(spec.pipeline)
  const bindings = spec.let ?? {}
  if (!isPlainObject(bindings)) throw badRequest("$lookup's let must be an object")
  // A pipeline that does not look at the row gives every row the same answer.
  const constant = mentionsVariables(spec.pipeline)
    ? undefined
    : rows.length > 0
      ? runPipeline(from, stages, scope)
      : []
  return rows.map((row) => {
    if (constant) return { ...row, [as]: copyRows(constant) }
    const own = Object.fromEntries(
      Object.entries(bindings).map(([name, expr]) => [name, evaluateExpression(row, expr, scope.variables)]),
    )
    return { ...row, [as]: runPipeline(from, stages, { ...scope, variables: { ...scope.variables, ...own } }) }
  })
}

/** Later stages may change rows in place, so every row gets a list of its own. */
const copyRows = (rows: readonly Row[]): Row[] => rows.map((row) => ({ ...row }))

const known = new Set(['from', 'as', 'localField', 'foreignField', 'let', 'pipeline'])

/** Both documented forms: `{from, localField, foreignField, as}` and `{from, let, pipeline, as}`. */
export const lookup = (rows: readonly Row[], spec: Value, scope: PipelineScope): Row[] => {
  if (!isPlainObject(spec)) throw badRequest('$lookup needs an object')
  for (const key of Object.keys(spec)) if (!known.has(key)) throw unsupported(`the $lookup option '${key}'`)
  if (spec.pipeline === undefined) return byFields(rows, spec, scope)
  if (spec.localField !== undefined || spec.foreignField !== undefined) {
    throw unsupported('$lookup with both localField/foreignField and pipeline')
  }
  return byPipeline(rows, spec, scope)
}
