import { warnOnce } from '../log'
import type { Document, Value } from '../store/document'
import type { SortOrder } from '../store/planner'
import type { CollectionView } from '../store/view'
import type { Filter } from './filter'
import { matcher } from './filter'
import { hold, step } from './guard'
import { hintsOf } from './hints'
import type { Access } from './serve'
import { accessTo, candidates, maxUnserved, unserved } from './serve'
import { sortDocuments } from './sort'

/** A served query that looks at more documents in vain than this is worth a warning: its index is too coarse. */
const coarse = 10_000

export interface FindRequest {
  filter: Filter
  sort?: SortOrder
  skip?: number
  limit?: number
  /** Of a $lookup. */
  variables?: Record<string, Value>
}

const isEmpty = (filter: Filter) => Object.keys(filter).length === 0

const choose = (collection: CollectionView, { filter, variables, sort = [] }: FindRequest): Access =>
  accessTo(collection, { $and: [filter, ...hintsOf(filter, variables)] }, sort)

/**
 * The matching documents, in the order of the plan, as they are found. Without an index that narrows the search no more
 * than a thousand documents are examined (in an index's order: in vain); a query without conditions reads what it is for.
 */
export function* matches(
  collection: CollectionView,
  request: FindRequest,
  access = choose(collection, request),
): Generator<Document> {
  const { filter, sort = [] } = request
  const test = matcher(filter, request.variables)
  const free = access.served || isEmpty(filter)
  const inOrder = access.plans[0]?.kind === 'index'
  let examined = 0
  let vain = 0
  for (const document of candidates(collection, access)) {
    step()
    examined++
    if (!free && (inOrder ? vain : examined) > maxUnserved) throw unserved(collection, filter, sort)
    if (test(document)) {
      hold(10)
      yield document
    } else if (++vain === coarse)
      warnOnce(`an index of ${collection.name} serves a query, but ${coarse} documents were read in vain`)
  }
}

/** All matches, to be sorted: without an index or a condition to narrow them there may be no more than a thousand. */
const toSort = (collection: CollectionView, request: FindRequest, access: Access): Document[] => {
  const found: Document[] = []
  for (const document of matches(collection, request, access)) {
    found.push(document)
    if (!access.served && found.length > maxUnserved) throw unserved(collection, request.filter, request.sort ?? [])
  }
  return found
}

/** The documents that a query answers with, sorted (by `_id` where nothing else decides) and cut. */
export const find = (collection: CollectionView, request: FindRequest): Document[] => {
  const { sort = [], skip = 0, limit = Number.POSITIVE_INFINITY } = request
  const access = choose(collection, request)
  if (!access.sorted) return sortDocuments(toSort(collection, request, access), sort).slice(skip, skip + limit)
  const found: Document[] = []
  let passed = 0
  if (limit === 0) return found
  for (const document of matches(collection, request, access)) {
    if (passed++ < skip) continue
    found.push(document)
    if (found.length >= limit) break
  }
  return found
}

/** How many documents match. */
export const count = (collection: CollectionView, filter: Filter, variables?: Record<string, Value>): number => {
  if (isEmpty(filter)) return collection.size()
  let total = 0
  for (const _document of matches(collection, { filter, ...(variables && { variables }) })) total++
  return total
}
