import { badRequest, CloudError } from '../errors'
import { readEjsonObject } from '../query/ejson'
import type { Filter } from '../query/filter'
import { matches } from '../query/find'
import { underTimeLimit } from '../query/guard'
import { checkDepth } from '../query/limits'
import { prepareUpdate } from '../query/update/update'
import type { Document } from '../store/document'
import { checkFieldNames, checkId, encodeDocument, newId } from '../store/document'
import type { Store } from '../store/store'
import type { WritableView } from '../store/view'
import { readFilter } from './database-read'
import type { WireActions, WireRequest } from './request'
import { transactionActions } from './transactions'
import { change } from './view'

/** Completes a new document: an `_id` if it has none, first in order, and names that MongoDB takes. */
export const newDocument = (fields: Record<string, unknown>): Document => {
  const { _id = newId(), ...rest } = fields
  checkId(_id)
  checkFieldNames(rest)
  checkDepth(rest)
  return { _id, ...rest }
}

const insertDocument = (store: Store) => async (request: WireRequest) => {
  const { params, now } = request
  if (!Array.isArray(params.data) || params.data.length === 0)
    throw new CloudError('INVALID_PARAM', 'data must be a nonempty array')
  const documents = params.data.map((text: unknown) => newDocument(readEjsonObject(text, now, 'data')))
  await change(store, request, (collection) => {
    // In order, and up to the first that is refused, as MongoDB does.
    for (const document of documents) collection.insert(document)
  })
  return { data: { insertedIds: documents.map(({ _id }) => _id) } }
}

/** `doc().set()`: puts the whole document in place, making it when it is missing. */
const setDocument = (collection: WritableView, id: unknown, fields: Record<string, unknown>) => {
  const document = newDocument({ ...fields, _id: id })
  const old = collection.get(id)
  if (!old) {
    collection.insert(document)
    return { data: { updated: 0, upsert_id: document._id } }
  }
  collection.replace(old, document)
  return { data: { updated: 1, upsert_id: null } }
}

/** Applies the operators to the first match or to all; counts the documents that changed. */
const updateDocuments = (
  collection: WritableView,
  filter: Filter,
  multi: boolean,
  update: (document: Document) => Document,
) => {
  let updated = 0
  // All candidates first: an update may move a document within the index that found it.
  for (const document of firstOrAll(collection, filter, multi)) {
    const next = update(document)
    checkDepth(next)
    if (encodeDocument(next).equals(encodeDocument(document))) continue
    collection.replace(document, next)
    updated++
  }
  return { data: { updated, upsert_id: null } }
}

const firstOrAll = (collection: WritableView, filter: Filter, multi: boolean): Document[] => {
  const found: Document[] = []
  for (const document of matches(collection, { filter })) {
    found.push(document)
    if (!multi) break
  }
  return found
}

const modifyDocument = (store: Store) => async (request: WireRequest) => {
  const { params, now } = request
  const filter = readFilter(request)
  const data = readEjsonObject(params.data, now, 'data')
  if (params.merge !== true) {
    if (params.upsert !== true || params.queryType !== 'DOC')
      throw badRequest('only doc().set() may replace a document')
    return await change(store, request, (collection) => setDocument(collection, filter._id, data))
  }
  if (params.upsert === true) throw badRequest('an update with upsert is not supported; use doc().set()')
  const update = prepareUpdate(data)
  return await change(store, request, (collection) =>
    underTimeLimit(now, () => updateDocuments(collection, filter, params.multi === true, update)),
  )
}

const removeDocument = (store: Store) => async (request: WireRequest) => {
  const filter = readFilter(request)
  return await change(store, request, (collection) => {
    const gone = underTimeLimit(request.now, () => firstOrAll(collection, filter, request.params.multi === true))
    for (const document of gone) collection.remove(document)
    return { data: { deleted: gone.length } }
  })
}

export const databaseWrites = (store: Store, conflictsAtCommit: () => boolean): WireActions => ({
  'database.insertDocument': insertDocument(store),
  'database.modifyDocument': modifyDocument(store),
  'database.removeDocument': removeDocument(store),
  ...transactionActions(store, conflictsAtCommit),
  'database.addCollection': () => {
    throw new CloudError(
      'DATABASE_REQUEST_FAILED',
      'collections are declared in one place and not made at run time: database.addCollection is refused',
    )
  },
})
