import { warnOnce } from '../log'
import { constraintsOf } from '../store/constraints'
import type { Document, Value } from '../store/document'
import type { Plan, SortOrder } from '../store/planner'
import { plan } from '../store/planner'
import type { CollectionView } from '../store/view'
import type { Filter } from './filter'
import { matcher } from './filter'
import { sortDocuments } from './sort'

/** Looking at more documents than this without an index is worth a warning: production would be slow. */
const scanWarning = 1000

export interface FindRequest {
  filter: Filter
  sort?: SortOrder
  skip?: number
  limit?: number
  /** Of a $lookup. */
  variables?: Record<string, Value>
  /** Further conditions that only help to find candidates (the matcher does not see them). */
  hints?: Filter
}

const choose = (collection: CollectionView, { filter, hints, sort }: FindRequest): Plan =>
  plan(hints ? { $and: [filter, hints] } : filter, sort ?? [], collection.indexes, (index) =>
    collection.multiKeyFields(index),
  )

const warnOfScan = (collection: CollectionView, filter: Filter, sort: SortOrder | undefined) => {
  const fields = [...constraintsOf(filter).keys(), ...(sort ?? []).map(([field]) => `${field} (sort)`)]
  if (fields.length > 0)
    warnOnce(`no index of ${collection.name} serves a query by ${fields.join(', ')}: every document is read`)
}

/** The matching documents, in the order of the plan, as they are found. */
export function* matches(
  collection: CollectionView,
  request: FindRequest,
  chosen = choose(collection, request),
): Generator<Document> {
  const test = matcher(request.filter, request.variables)
  let looked = 0
  for (const document of collection.candidates(chosen)) {
    if (++looked === scanWarning && chosen.kind === 'scan') warnOfScan(collection, request.filter, request.sort)
    if (test(document)) yield document
  }
}

/** The documents that a query answers with, sorted (by `_id` where nothing else decides) and cut. */
export const find = (collection: CollectionView, request: FindRequest): Document[] => {
  const { sort = [], skip = 0, limit = Number.POSITIVE_INFINITY } = request
  const chosen = choose(collection, request)
  const inOrder = sort.length === 0 || (chosen.kind === 'index' && chosen.sorted)
  if (!inOrder) return sortDocuments([...matches(collection, request, chosen)], sort).slice(skip, skip + limit)
  const found: Document[] = []
  let passed = 0
  if (limit === 0) return found
  for (const document of matches(collection, request, chosen)) {
    if (passed++ < skip) continue
    found.push(document)
    if (found.length >= limit) break
  }
  return found
}

/** How many documents match. */
export const count = (collection: CollectionView, filter: Filter): number => {
  if (Object.keys(filter).length === 0) return collection.size()
  let total = 0
  for (const _document of matches(collection, { filter })) total++
  return total
}
