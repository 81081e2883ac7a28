import { badRequest, unsupported } from '../errors'
import type { Value } from '../store/document'
import { isPlainObject } from '../store/document'
import type { CollectionView } from '../store/view'
import { bucket } from './bucket'
import { runMingoStage } from './context'
import type { Filter } from './filter'
import { matcher } from './filter'
import { find } from './find'
import { hintsOf } from './hints'
import { lookup } from './lookup'
import { readSort, sortDocuments } from './sort'

export type Row = Record<string, Value>

/** One stage: `{ $match: … }`. */
export type Stage = readonly [name: string, value: Value]

/** What a stage needs beside its rows. */
export interface PipelineScope {
  /** The declared collection of a name. */
  collection(name: string): CollectionView
  /** Of an enclosing $lookup's `let`. */
  variables?: Record<string, Value>
}

/** Stages that mingo computes as MongoDB documents them. */
const byMingo = new Set(['$project', '$addFields', '$group', '$unwind', '$replaceRoot', '$sortByCount'])

const wholeNumber = (name: string, value: Value, least: number): number => {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least) {
    throw badRequest(`${name} needs a whole number of at least ${least}`)
  }
  return value
}

const asFilter = (value: Value): Filter => {
  if (!isPlainObject(value)) throw badRequest('$match needs an object')
  return value
}

const countRows = (rows: readonly Row[], field: Value): Row[] => {
  if (typeof field !== 'string' || field === '' || field.startsWith('$') || field.includes('.')) {
    throw badRequest('$count needs the name of a field')
  }
  // MongoDB answers nothing, not zero, when there was nothing to count.
  return rows.length === 0 ? [] : [{ [field]: rows.length }]
}

const sample = (rows: readonly Row[], value: Value): Row[] => {
  const size = wholeNumber('$sample', isPlainObject(value) ? value.size : undefined, 1)
  const pool = [...rows]
  const taken: Row[] = []
  while (taken.length < size && pool.length > 0) taken.push(...pool.splice(Math.floor(Math.random() * pool.length), 1))
  return taken
}

const runStage = (rows: Row[], [name, value]: Stage, scope: PipelineScope): Row[] => {
  switch (name) {
    case '$match':
      return rows.filter(matcher(asFilter(value), scope.variables))
    case '$sort':
      return sortDocuments(rows, readSort(value))
    case '$skip':
      return rows.slice(wholeNumber(name, value, 0))
    case '$limit':
      return rows.slice(0, wholeNumber(name, value, 1))
    case '$count':
      return countRows(rows, value)
    case '$sample':
      return sample(rows, value)
    case '$lookup':
      return lookup(rows, value, scope)
    case '$bucket':
      return bucket(rows, value, scope.variables)
  }
  if (!byMingo.has(name)) throw unsupported(`the aggregation stage ${name}`)
  return runMingoStage(rows, name, value, scope.variables)
}

/** Leading $match, $sort, $skip and $limit are answered from the indexes; the rest works on rows in memory. */
export const runPipeline = (collection: CollectionView, stages: readonly Stage[], scope: PipelineScope): Row[] => {
  const rest = [...stages]
  const take = (name: string): Value | undefined => (rest[0]?.[0] === name ? rest.shift()?.[1] : undefined)
  const match = take('$match')
  const sort = take('$sort')
  const skip = take('$skip')
  const limit = take('$limit')
  const filter = match === undefined ? {} : asFilter(match)
  const rows: Row[] = find(collection, {
    filter,
    hints: hintsOf(filter, scope.variables),
    ...(sort !== undefined && { sort: readSort(sort) }),
    ...(skip !== undefined && { skip: wholeNumber('$skip', skip, 0) }),
    ...(limit !== undefined && { limit: wholeNumber('$limit', limit, 1) }),
    ...(scope.variables && { variables: scope.variables }),
  })
  return rest.reduce((current, stage) => runStage(current, stage, scope), rows)
}
