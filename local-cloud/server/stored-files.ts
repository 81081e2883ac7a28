import { open } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Clock } from '../clock'
import { CloudError } from '../errors'
import type { FileStore } from '../storage/file-store'
import { checkCloudPath, TooLarge } from '../storage/file-store'
import { contentType } from './content-types'
import { HttpError } from './http'

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

const upload = async (
  files: FileStore,
  request: IncomingMessage,
  response: ServerResponse,
  cloudPath: string,
  now: number,
): Promise<void> => {
  const refuse = (status: number, code: string, message: string) => {
    // The SDK reads the answer when it has sent everything.
    request.resume()
    xmlError(response, status, code, message)
  }
  if (!files.allows('put', cloudPath, String(request.headers.authorization ?? ''), now))
    return refuse(403, 'AccessDenied', 'the upload is not signed, or too late')
  try {
    await files.put(cloudPath, request, maxFileBytes)
  } catch (error) {
    if (error instanceof TooLarge) return refuse(400, 'EntityTooLarge', `a file has at most ${maxFileBytes} bytes`)
    // Cut in the middle: nobody is there to be answered.
    if (request.destroyed && !request.complete) return
    throw error
  }
  response.writeHead(200).end()
}

/** Of `bytes=from-to`, one range with a beginning: first and last byte; 'none' when there is none (or one that is not served), null when it lies outside. */
export const rangeOf = (header: string | undefined, size: number): { first: number; last: number } | 'none' | null => {
  const [, from = '', to = ''] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (from === '') return 'none'
  const [first, last] = [Number(from), to === '' ? size - 1 : Math.min(Number(to), size - 1)]
  return first < size && first <= last ? { first, last } : null
}

const download = async (
  files: FileStore,
  request: IncomingMessage,
  response: ServerResponse,
  cloudPath: string,
): Promise<void> => {
  // Held open: a delete meanwhile does not cut it short.
  const file = await open(files.locate(cloudPath)).catch(() => undefined)
  if (!file) return xmlError(response, 404, 'NoSuchKey', 'there is no such file')
  try {
    const { size } = await file.stat()
    const name = path.posix.basename(cloudPath)
    // players ask for a part when somebody wants to hear from the middle
    const range = rangeOf(request.headers.range, size)
    if (range === null) {
      response.writeHead(416, { 'content-range': `bytes */${size}` })
      response.end()
      return
    }
    const part = range === 'none' ? { first: 0, last: size - 1 } : range
    response.writeHead(range === 'none' ? 200 : 206, {
      'content-type': contentType(name),
      'content-length': part.last - part.first + 1,
      'accept-ranges': 'bytes',
      ...(range !== 'none' && { 'content-range': `bytes ${part.first}-${part.last}/${size}` }),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'private, no-store',
    })
    if (request.method === 'HEAD') response.end()
    // A client that goes away in the middle is no error of ours.
    else if (size === 0) response.end()
    else
      await pipeline(file.createReadStream({ autoClose: false, start: part.first, end: part.last }), response).catch(
        () => response.destroy(),
      )
  } finally {
    await file.close()
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
    if (request.method === 'PUT') return await upload(files, request, response, cloudPath, clock.now())
    if (request.method !== 'GET' && request.method !== 'HEAD') throw new HttpError(405, 'GET or PUT')
    if (!files.allows('get', cloudPath, query.get('sign') ?? '', clock.now()))
      return xmlError(response, 403, 'AccessDenied', 'the URL is not signed, or has expired')
    await download(files, request, response, cloudPath)
  }
