import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Clock } from '../clock'
import { CloudError } from '../errors'
import { log } from '../log'
import type { OpenApis } from '../openapi/open-apis'
import type { Invocation } from '../runtime/invocation'
import { HttpError, readBody, sendJson } from '../server/http'
import type { SignedTokens } from '../signed-tokens'
import { readMultipart } from './multipart'
import type { WireActions } from './request'
import type { RequestCounter } from './request-counter'

/** Bytes of one request of the SDK. */
const maxRequestBytes = 1024 * 1024

export interface AdminDependencies {
  actions: ReadonlyMap<string, WireActions[string]>
  /** Open APIs answer with protobuf instead of JSON. */
  openApis: OpenApis
  tokens: SignedTokens
  counter: RequestCounter
  clock: Clock
  /** Serves a request with what chaos makes of it; undefined: the connection is to be reset. */
  disturb: <T>(action: string, invocationId: string, serve: () => T | Promise<T>) => Promise<T | undefined>
}

const readParams = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  const body = await readBody(request, maxRequestBytes)
  const type = request.headers['content-type'] ?? ''
  if (type.startsWith('multipart/form-data')) return await readMultipart(type, body)
  try {
    return JSON.parse(body.toString('utf8')) as Record<string, unknown>
  } catch {
    throw new CloudError('INVALID_PARAM', 'the request is neither JSON nor multipart')
  }
}

/** Errors are HTTP 200 with a code: that is what the SDK reads. */
const errorBody = (error: unknown, requestId: string, what: string) => {
  if (error instanceof CloudError) return { code: error.code, message: error.message, requestId }
  if (error instanceof HttpError) return { code: 'EXCEED_REQUEST_LIMIT', message: error.message, requestId }
  log.error(`${what}: ${error instanceof Error ? error.stack : String(error)}`)
  return {
    code: 'SYS_ERR',
    message: `local cloud error: ${error instanceof Error ? error.message : String(error)}`,
    requestId,
  }
}

/** Answers `POST /admin`, to which the SDK sends everything. */
export const answerAdmin =
  (dependencies: AdminDependencies) => async (request: IncomingMessage, response: ServerResponse) => {
    const requestId = randomUUID()
    let action = 'unreadable request'
    try {
      const params = await readParams(request)
      action = String(params.action)
      const invocation = dependencies.tokens.read<Invocation>(params.wxCloudApiToken)
      if (!invocation)
        throw new CloudError('INVALID_COMMON_PARAM', 'the request does not come from a running function of this cloud')
      if (action.startsWith('database.')) dependencies.counter.count(invocation.rootId)
      if (action === 'wx.openApi') {
        const { openApis, clock } = dependencies
        const body = await openApis.serve(params, invocation.functionName, clock.now())
        response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': body.length })
        response.end(body)
        return
      }
      const handler = dependencies.actions.get(action)
      if (!handler)
        throw new CloudError(
          'INVALID_PARAM',
          `the local cloud does not support ${action} ${String(params.apiName ?? '')}`.trim(),
        )
      const now = dependencies.clock.now()
      const answer = await dependencies.disturb(action, invocation.id, () =>
        handler({ action, params, invocation, now }),
      )
      if (!answer) return void request.socket.resetAndDestroy()
      sendJson(response, 200, { requestId, ...answer })
      log.debug(`${action} ${String(params.collectionName ?? '')} for ${invocation.functionName}`)
    } catch (error) {
      sendJson(response, 200, errorBody(error, requestId, action))
    }
  }
