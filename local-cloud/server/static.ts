import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { contentType, isText } from './content-types'
import { HttpError } from './http'

const compress = promisify(gzip)

/** A name with a content hash in it (`app.3f9a1c2b.js`, `chunk/12.a1b2c3d4.js`) never changes its content. */
const isHashed = (file: string) => /[.-][0-9a-f]{8,}\./.test(path.basename(file))

interface Compressed {
  changedAt: number
  body: Buffer
}

/** Serves the built web app from a folder; unknown paths without a dot get index.html, as the app routes by itself. */
export const answerStatic = (dir: string) => {
  const compressed = new Map<string, Compressed>()

  const resolve = (pathname: string): string => {
    let decoded: string
    try {
      decoded = decodeURIComponent(pathname)
    } catch {
      throw new HttpError(400, 'unreadable path')
    }
    const file = path.join(dir, path.posix.normalize(decoded))
    if (!file.startsWith(path.join(dir, path.sep))) throw new HttpError(404, 'not found')
    return path.extname(file) === '' ? path.join(dir, 'index.html') : file
  }

  const zipped = async (file: string, changedAt: number): Promise<Buffer> => {
    const known = compressed.get(file)
    if (known?.changedAt === changedAt) return known.body
    const body = await compress(await readFile(file))
    compressed.set(file, { changedAt, body })
    return body
  }

  return async (request: IncomingMessage, response: ServerResponse, pathname: string): Promise<void> => {
    if (request.method !== 'GET' && request.method !== 'HEAD') throw new HttpError(405, 'GET only')
    if (!existsSync(path.join(dir, 'index.html'))) throw new HttpError(404, 'the web app is not built')
    const file = resolve(pathname)
    const info = await stat(file).catch(() => undefined)
    if (!info?.isFile()) throw new HttpError(404, 'not found')
    const type = contentType(file)
    const zip = isText(type) && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
    const body = zip ? await zipped(file, info.mtimeMs) : await readFile(file)
    response.writeHead(200, {
      'content-type': type,
      'content-length': body.length,
      'cache-control': isHashed(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
      'x-content-type-options': 'nosniff',
      ...(isText(type) && { vary: 'accept-encoding' }),
      ...(zip && { 'content-encoding': 'gzip' }),
    })
    response.end(request.method === 'HEAD' ? undefined : body)
  }
}
