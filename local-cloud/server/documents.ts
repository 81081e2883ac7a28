import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { EJSON } from 'bson'
import { CloudError } from '../errors'
import type { Store } from '../store/store'
import { newDocument } from '../wire/database-write'
import { checkAdmin } from './access'
import { HttpError, readJson, sendJson } from './http'

/** Fixtures may be large. */
const maxBytes = 256 * 1024 * 1024

const asHttp = (error: unknown): unknown => (error instanceof CloudError ? new HttpError(400, error.message) : error)

/** `POST /local/documents {collection, documents}`: puts documents in place, for fixtures. EJSON marks (`$date`, `$oid`) are understood. */
export const putDocuments = (store: Store) => async (request: IncomingMessage, response: ServerResponse) => {
  checkAdmin(request)
  const body = await readJson(request, maxBytes)
  if (typeof body.collection !== 'string' || !Array.isArray(body.documents))
    throw new HttpError(400, 'needs collection and documents')
  try {
    const collection = store.collection(body.collection)
    const documents = (
      EJSON.deserialize({ documents: body.documents }) as { documents: Record<string, unknown>[] }
    ).documents.map(newDocument)
    await store.write(() => {
      for (const document of documents) {
        const old = collection.get(document._id)
        if (old) collection.replace(old, document)
        else collection.insert(document)
      }
    })
    sendJson(response, 200, { written: documents.length })
  } catch (error) {
    throw asHttp(error)
  }
}

/** `GET /local/documents?collection=x`: every document as a JSON array (relaxed EJSON), streamed, for independent recounts. */
export const listDocuments =
  (store: Store) => async (request: IncomingMessage, response: ServerResponse, query: URLSearchParams) => {
    checkAdmin(request)
    const name = query.get('collection') ?? ''
    let documents: Iterable<object>
    try {
      documents = store.collection(name).candidates({ kind: 'scan' })
    } catch (error) {
      throw asHttp(error)
    }
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
    let separator = '['
    let chunk = ''
    for (const document of documents) {
      chunk += `${separator}${EJSON.stringify(document, { relaxed: true })}`
      separator = ',\n'
      if (chunk.length > 64 * 1024) {
        if (!response.write(chunk)) await once(response, 'drain')
        chunk = ''
      }
    }
    response.end(`${chunk}${separator === '[' ? '[' : ''}]\n`)
  }
