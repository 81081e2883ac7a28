import { CloudError } from '../errors'
import { warnOnce } from '../log'
import { readEjson, readEjsonObject, writeEjson } from '../query/ejson'
import type { Filter } from '../query/filter'
import { count, find } from '../query/find'
import { underTimeLimit } from '../query/guard'
import type { Stage } from '../query/pipeline'
import { runPipeline } from '../query/pipeline'
import { project } from '../query/projection'
import { readSort } from '../query/sort'
import type { Store } from '../store/store'
import type { WireActions, WireRequest } from './request'
import { numberParam, textParam } from './request'
import { reading, refuseTransaction } from './view'

/** Rows of an answer unless the request says otherwise, and at most. */
export const defaultRows = 100
export const maxRows = 1000
/** Bytes of one answer. */
export const maxAnswerBytes = 1024 * 1024

export const readFilter = ({ params, now }: WireRequest): Filter =>
  params.query === undefined || params.query === '' ? {} : readEjsonObject(params.query, now, 'query')

/** The rows as the SDK reads them. An answer over 1 MB fails, as in production. */
const listAnswer = (rows: readonly object[]) => {
  const list: string[] = []
  let bytes = 0
  for (const row of rows) {
    const text = writeEjson(row as Record<string, unknown>)
    bytes += Buffer.byteLength(text)
    if (bytes > maxAnswerBytes) {
      throw new CloudError(
        'DATABASE_REQUEST_FAILED',
        `the answer is larger than 1 MB (${rows.length} rows); ask for less`,
      )
    }
    list.push(text)
  }
  return { data: { list } }
}

const getDocument = (store: Store) => (request: WireRequest) => {
  const { params, now } = request
  const projection = params.projection === undefined ? undefined : readEjsonObject(params.projection, now, 'projection')
  const wanted = {
    filter: readFilter(request),
    limit: Math.min(numberParam(params, 'limit') ?? defaultRows, maxRows),
    ...(params.order !== undefined && { sort: readSort(readEjson(params.order, now, 'order')) }),
    ...(params.offset !== undefined && { skip: numberParam(params, 'offset') ?? 0 }),
  }
  return reading(store, request, (collection) =>
    listAnswer(underTimeLimit(now, () => project(find(collection, wanted), projection))),
  )
}

const readStages = ({ params, now }: WireRequest): Stage[] => {
  if (!Array.isArray(params.stages)) throw new CloudError('INVALID_PARAM', 'stages must be an array')
  return params.stages.map((stage: { stageKey?: unknown; stageValue?: unknown }): Stage => {
    if (typeof stage?.stageKey !== 'string') throw new CloudError('INVALID_PARAM', 'a stage needs a stageKey')
    return [stage.stageKey, readEjson(stage.stageValue, now, stage.stageKey)]
  })
}

const aggregateDocuments = (store: Store) => (request: WireRequest) => {
  refuseTransaction(request)
  const name = textParam(request.params, 'collectionName')
  const stages = readStages(request)
  const limited = stages.some(([key]) => key === '$limit' || key === '$sample')
  const most = limited ? maxRows : defaultRows
  const scope = { collection: (other: string) => store.collection(other) }
  // One row more than the answer holds tells that there are more.
  const rows = underTimeLimit(request.now, () => runPipeline(store.collection(name), stages, scope, most + 1))
  if (rows.length > most)
    warnOnce(`an aggregation of ${name} had more than ${most} rows, which is all the answer holds: set a limit`)
  return listAnswer(rows.slice(0, most))
}

export const databaseReads = (store: Store): WireActions => ({
  'database.getDocument': getDocument(store),
  'database.aggregateDocuments': aggregateDocuments(store),
  'database.calculateDocument': (request) => {
    refuseTransaction(request)
    const collection = store.collection(textParam(request.params, 'collectionName'))
    const filter = readFilter(request)
    return { data: { total: underTimeLimit(request.now, () => count(collection, filter)) } }
  },
})
