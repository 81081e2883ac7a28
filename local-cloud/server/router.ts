import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Clock } from '../clock'
import { CloudError, errCodes } from '../errors'
import { log } from '../log'
import type { Outbox } from '../openapi/outbox'
import type { FunctionRuntime } from '../runtime/runtime'
import type { Timers } from '../timers/timers'
import type { Logins } from './access'
import { checkOrigin } from './access'
import { HttpError, readJson, sendJson } from './http'

type Handler = (request: IncomingMessage, response: ServerResponse, query: URLSearchParams) => Promise<void>
type PathHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  rest: string,
  query: URLSearchParams,
) => Promise<void>

export interface Routes {
  admin: Handler
  call: PathHandler
  storage: PathHandler
  web: PathHandler
  putDocuments: Handler
  listDocuments: Handler
  backUp: Handler
  /** Further routes, by `METHOD /local/path`. */
  local: Record<string, Handler>
  runtime: FunctionRuntime
  timers: Timers
  clock: Clock
  outbox: Outbox
  logins: Logins
}

/** Bytes of a body that people or tests send to /local. */
const smallBody = 10 * 1024

const fireTimer =
  ({ runtime, timers }: Routes): PathHandler =>
  async (_request, response, name) => {
    const spec = runtime.functions.get(name)
    if (!spec) throw new HttpError(404, `no function "${name}"`)
    try {
      sendJson(response, 200, await timers.fire(spec))
    } catch (error) {
      if (!(error instanceof CloudError)) throw error
      sendJson(response, 200, { errCode: errCodes[error.code], errMsg: error.message })
    }
  }

/** Days are known up to 2099; a clock beyond what a Date holds would end the process at its next tick. */
const endOfTime = Date.UTC(2100, 0)

const setClock =
  ({ clock }: Routes): Handler =>
  async (request, response) => {
    const { now } = await readJson(request, smallBody)
    if (now !== null && !(typeof now === 'number' && Number.isInteger(now) && now >= 0 && now < endOfTime))
      throw new HttpError(400, 'now: epoch milliseconds from 1970 to 2099, or null')
    clock.set(now)
    sendJson(response, 200, { now: clock.now() })
  }

const localRoutes = (routes: Routes): Record<string, Handler> => ({
  'GET /local/personas': async (_request, response) =>
    sendJson(response, 200, {
      personas: routes.logins.personas().map(({ id, title, description }) => ({ id, title, description })),
    }),
  'POST /local/login': async (request, response) =>
    sendJson(response, 200, { token: routes.logins.login(await readJson(request, smallBody)) }),
  'POST /local/clock': setClock(routes),
  'GET /local/outbox': async (_request, response) => sendJson(response, 200, { messages: routes.outbox.list() }),
  'POST /local/documents': routes.putDocuments,
  'GET /local/documents': routes.listDocuments,
  'POST /local/backup': routes.backUp,
  ...routes.local,
  'POST /admin': routes.admin,
})

const readUrl = (request: IncomingMessage): URL => {
  try {
    return new URL(`http://127.0.0.1${request.url ?? '/'}`)
  } catch {
    throw new HttpError(400, 'unreadable URL')
  }
}

/** Finds who answers a request. */
export const router = (routes: Routes): RequestListener => {
  const fixed = new Map(Object.entries(localRoutes(routes)))
  const prefixed: [method: string, prefix: string, PathHandler][] = [
    ['POST', '/call/', routes.call],
    ['POST', '/local/timer/', fireTimer(routes)],
    ['', '/storage/', routes.storage],
  ]
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    checkOrigin(request)
    const { pathname, searchParams } = readUrl(request)
    const handler = fixed.get(`${request.method} ${pathname}`)
    if (handler) return await handler(request, response, searchParams)
    for (const [method, prefix, handle] of prefixed) {
      if (pathname.startsWith(prefix) && (method === '' || method === request.method)) {
        return await handle(request, response, pathname.slice(prefix.length), searchParams)
      }
    }
    if (/^\/(local|call|admin)(\/|$)/.test(pathname)) throw new HttpError(404, `no ${request.method} ${pathname}`)
    await routes.web(request, response, pathname, searchParams)
  }
  return (request, response) => {
    answer(request, response).catch((error: unknown) => {
      const status = error instanceof HttpError ? error.status : 500
      if (status === 500) log.error(error instanceof Error ? (error.stack ?? error.message) : String(error))
      if (response.headersSent) return response.destroy()
      // The rest of a refused body is not read.
      if (!request.complete) response.setHeader('connection', 'close')
      return sendJson(response, status, { error: status === 500 ? 'local cloud error' : (error as Error).message })
    })
  }
}
