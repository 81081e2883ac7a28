import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import type { Clock } from '../clock'
import { CloudError } from '../errors'
import type { FileStore } from '../storage/file-store'
import { checkCloudPath } from '../storage/file-store'
import { contentType } from './content-types'
import { HttpError, readBody } from './http'

/** Bytes of one file. */
const maxFileBytes = 100 * 1024 * 1024

const xmlError = (response: ServerResponse, status: number, code: string, message: string) => {
  response.writeHead(status, { 'content-type': 'application/xml' })
  response.end(
    `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${message}</Message>` +
      '<RequestId>local</RequestId><TraceId>local</TraceId></Error>',
  )
}

const readCloudPath = (encoded: string): string => {
  try {
    return checkCloudPath(decodeURIComponent(encoded))
  } catch (error) {
    throw error instanceof CloudError || error instanceof URIError
      ? new HttpError(400, 'not a path of cloud storage')
      : error
  }
}

/** PUT and GET of `/storage/<path>`, by signed use only. Refusals are XML, as from object storage. */
export const answerStorage =
  (files: FileStore, clock: Clock) =>
  async (
    request: IncomingMessage,
    response: ServerResponse,
    encodedPath: string,
    query: URLSearchParams,
  ): Promise<void> => {
    const cloudPath = readCloudPath(encodedPath)
    if (request.method === 'PUT') {
      const signature = String(request.headers.authorization ?? '')
      const content = await readBody(request, maxFileBytes)
      if (!files.allows('put', cloudPath, signature, clock.now())) {
        return xmlError(response, 403, 'AccessDenied', 'the upload is not signed, or too late')
      }
      await files.put(cloudPath, content)
      response.writeHead(200).end()
      return
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') throw new HttpError(405, 'GET or PUT')
    if (!files.allows('get', cloudPath, query.get('sign') ?? '', clock.now())) {
      return xmlError(response, 403, 'AccessDenied', 'the URL is not signed, or has expired')
    }
    const info = await stat(files.locate(cloudPath)).catch(() => undefined)
    if (!info?.isFile()) return xmlError(response, 404, 'NoSuchKey', 'there is no such file')
    const name = path.posix.basename(cloudPath)
    response.writeHead(200, {
      'content-type': contentType(name),
      'content-length': info.size,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'private, no-store',
    })
    if (request.method === 'HEAD') response.end()
    else createReadStream(files.locate(cloudPath)).pipe(response)
  }
