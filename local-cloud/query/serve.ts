import { badRequest, type CloudError } from '../errors'
import { constraintsOf } from '../store/constraints'
import type { Document, Value } from '../store/document'
import { isPlainObject } from '../store/document'
import type { Plan, SortOrder } from '../store/planner'
import { plan } from '../store/planner'
import type { CollectionView } from '../store/view'
import type { Filter } from './filter'
import { identity } from './values'

/** A query that no index serves may look at this many documents; one more and it is refused. */
export const maxUnserved = 1000

/** How the candidates of a query are found. */
export interface Access {
  /** More than one: the branches of an `$or`, each by its own index. */
  plans: readonly Plan[]
  /** Whether a condition of the query narrows the search through an index or `_id`. */
  served: boolean
  /** Whether the candidates come in the order asked for. */
  sorted: boolean
}

/** An index that is only walked for its order is walked from end to end. */
const narrows = (chosen: Plan): boolean =>
  chosen.kind === 'ids' ||
  (chosen.kind === 'index' && chosen.ranges.every(({ start, end }) => end !== null || (start?.length ?? 0) > 0))

const andParts = (filter: Filter): Filter[] => [
  filter,
  ...(Array.isArray(filter.$and) ? filter.$and.filter(isPlainObject).flatMap(andParts) : []),
]

/** Chooses the index, or for an `$or` an index for each branch, as MongoDB does. */
export const accessTo = (collection: CollectionView, filter: Filter, sort: SortOrder): Access => {
  const choose = (condition: Filter, order: SortOrder) =>
    plan(condition, order, collection.indexes, (index) => collection.multiKeyFields(index))
  const best = choose(filter, sort)
  const sorted = sort.length === 0 || (best.kind === 'index' && best.sorted)
  if (narrows(best)) return { plans: [best], served: true, sorted }
  for (const { $or } of andParts(filter)) {
    if (!Array.isArray($or) || !$or.every(isPlainObject)) continue
    const plans = $or.map((branch) => choose({ $and: [filter, branch] }, []))
    if (plans.every(narrows)) return { plans, served: true, sorted: sort.length === 0 }
  }
  return { plans: [best], served: false, sorted }
}

/** The candidates of all plans, each once. */
export function* candidates(collection: CollectionView, { plans }: Access): Generator<Document> {
  const seen = plans.length > 1 ? new Set<string>() : undefined
  for (const chosen of plans) {
    for (const document of collection.candidates(chosen)) {
      if (seen) {
        const id = identity(document._id)
        if (seen.has(id)) continue
        seen.add(id)
      }
      yield document
    }
  }
}

const operatorsOf = (condition: Value): string =>
  isPlainObject(condition) && Object.keys(condition)[0]?.startsWith('$') ? Object.keys(condition).join(' ') : '$eq'

const shapeOf = (filter: Filter): string =>
  Object.entries(filter)
    .map(([key, value]) => (key.startsWith('$') ? key : `${key}: ${operatorsOf(value)}`))
    .join(', ')

/** The index that would serve: equalities first, then the order, then ranges. */
const helpfulIndex = (filter: Filter, sort: SortOrder): string | undefined => {
  const constraints = [...constraintsOf(filter)]
  const fields = new Map<string, 1 | -1>()
  for (const [field, { values }] of constraints) if (values) fields.set(field, 1)
  for (const [field, direction] of sort) if (!fields.has(field)) fields.set(field, direction)
  for (const [field, { lower, upper }] of constraints) if ((lower || upper) && !fields.has(field)) fields.set(field, 1)
  if (fields.size === 0) return undefined
  return `{${[...fields].map(([field, direction]) => `${field}: ${direction}`).join(', ')}}`
}

/** The refusal of a query that would read the whole of a collection: names the collection, the query's shape and the remedy. */
export const unserved = ({ name }: CollectionView, filter: Filter, sort: SortOrder): CloudError => {
  const order = sort.length > 0 ? ` ordered by {${sort.map(([field, way]) => `${field}: ${way}`).join(', ')}}` : ''
  const index = helpfulIndex(filter, sort)
  const remedy = index
    ? `declare an index like ${index}`
    : 'begin with conditions that an index can use, or page by _id with a limit'
  return badRequest(
    `no index of ${name} serves the query {${shapeOf(filter)}}${order}: more than ${maxUnserved} documents would be examined; ${remedy}`,
  )
}
