import { unsupported } from '../errors'
import type { Value } from '../store/document'
import { isPlainObject } from '../store/document'
import type { CollectionView } from '../store/view'
import type { Filter } from './filter'
import { matcher } from './filter'
import { count, find } from './find'
import { refuse } from './refuse'
import { maxUnserved, unserved } from './serve'
import { readSort, sortDocuments } from './sort'
import { bucketStage } from './stages/bucket'
import { groupStage } from './stages/group'
import { lookupStage } from './stages/lookup'
import { addFieldsStage, projectStage, unsetStage } from './stages/project'
import { countField, countStage, newRootOf, replaceRootStage, sampleStage, wholeNumber } from './stages/simple'
import { unwindStage } from './stages/unwind'

export type Row = Record<string, Value>

/** One stage: `{ $match: … }`. */
export type Stage = readonly [name: string, value: Value]

/** What a stage needs beside its rows. */
export interface PipelineScope {
  /** The declared collection of a name. */
  collection(name: string): CollectionView
  /** Of an enclosing $lookup's `let`. */
  variables?: Record<string, Value>
  /** How many $lookups enclose it. */
  depth?: number
}

type Run = (rows: Row[]) => Row[]

const maxStages = 1000
const maxDepth = 20

const asFilter = (value: Value): Filter => {
  if (!isPlainObject(value)) throw refuse(15959, 'the match filter must be an expression in an object')
  return value
}

/** Compiles a stage, with everything in it, before any row is seen. */
const prepare = ([name, value]: Stage, scope: PipelineScope): Run => {
  const variables = scope.variables ?? {}
  const names = new Set(Object.keys(variables))
  switch (name) {
    case '$match': {
      const test = matcher(asFilter(value), variables)
      return (rows) => rows.filter(test)
    }
    case '$project': {
      const reshape = projectStage(value, names)
      return (rows) => rows.map((row) => reshape(row, variables))
    }
    case '$addFields':
    case '$set': {
      const reshape = addFieldsStage(name, value, names)
      return (rows) => rows.map((row) => reshape(row, variables))
    }
    case '$unset': {
      const reshape = unsetStage(value)
      return (rows) => rows.map((row) => reshape(row, variables))
    }
    case '$group': {
      const group = groupStage(value, names)
      return (rows) => group(rows, variables)
    }
    case '$bucket': {
      const bucket = bucketStage(value, names)
      return (rows) => bucket(rows, variables)
    }
    case '$sortByCount': {
      const group = groupStage({ _id: value, count: { $sum: 1 } }, names)
      return (rows) => sortDocuments(group(rows, variables), [['count', -1]])
    }
    case '$sort': {
      const order = readSort(value)
      return (rows) => sortDocuments(rows, order)
    }
    case '$skip': {
      const skip = wholeNumber(name, value, 0)
      return (rows) => rows.slice(skip)
    }
    case '$limit': {
      const limit = wholeNumber(name, value, 1)
      return (rows) => rows.slice(0, limit)
    }
    case '$count': {
      const field = countField(value)
      return (rows) => countStage(field, rows.length)
    }
    case '$sample':
      return sampleStage(value)
    case '$unwind':
      return unwindStage(value)
    case '$replaceRoot':
    case '$replaceWith': {
      const replace = replaceRootStage(name === '$replaceRoot' ? newRootOf(value) : value, names)
      return (rows) => rows.map((row) => replace(row, variables))
    }
    case '$lookup':
      return lookupStage(value, scope, runPipeline)
  }
  throw unsupported(`the aggregation stage ${name}`)
}

/**
 * Runs stages over a collection. Leading $match, $sort, $skip and $limit are answered from the indexes; the rest works on
 * rows in memory. A pipeline that begins without a condition may read a thousand documents.
 * @param most rows that the caller can use, where nothing but the reading decides how many there are
 */
export const runPipeline = (
  collection: CollectionView,
  stages: readonly Stage[],
  scope: PipelineScope,
  most = Number.POSITIVE_INFINITY,
): Row[] => {
  if (stages.length > maxStages) throw refuse(7749501, `Pipeline length must be no longer than ${maxStages} stages`)
  if ((scope.depth ?? 0) > maxDepth)
    throw refuse(51047, `Maximum number of nested $lookup sub-pipelines exceeded: ${maxDepth}`)
  const rest = [...stages]
  const take = (name: string): Value | undefined => (rest[0]?.[0] === name ? rest.shift()?.[1] : undefined)
  const match = take('$match')
  const filter = match === undefined ? {} : asFilter(match)
  const sort = take('$sort')
  const skip = take('$skip')
  const limit = take('$limit')
  const runs = rest.map((stage) => prepare(stage, scope))
  const { variables } = scope
  if (sort === undefined && skip === undefined && limit === undefined && rest[0]?.[0] === '$count') {
    const counted = countStage(countField(rest[0][1]), count(collection, filter, variables))
    return runs.slice(1).reduce((rows, run) => run(rows), counted)
  }
  const order = sort === undefined ? [] : readSort(sort)
  const wanted = limit === undefined ? (rest.length === 0 ? most : undefined) : wholeNumber('$limit', limit, 1)
  // $sample reads at random in production; whatever else reads everything needs a condition or a limit.
  if (
    Object.keys(filter).length === 0 &&
    wanted === undefined &&
    rest[0]?.[0] !== '$sample' &&
    collection.size() > maxUnserved
  ) {
    throw unserved(collection, filter, order)
  }
  const rows: Row[] = find(collection, {
    filter,
    sort: order,
    ...(skip !== undefined && { skip: wholeNumber('$skip', skip, 0) }),
    ...(wanted !== undefined && { limit: wanted }),
    ...(variables && { variables }),
  })
  return runs.reduce((current, run) => run(current), rows)
}
