import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Chaos, wait } from '../chaos/chaos'
import type { Clock } from '../clock'
import { CloudError, errCodes } from '../errors'
import type { Visits } from '../openapi/visits'
import type { FunctionRuntime } from '../runtime/runtime'
import type { RequestCounter } from '../wire/request-counter'
import type { Logins } from './access'
import { readJson, sendJson } from './http'

/** Bytes of what a client may send to a function. */
export const maxCallBytes = 100 * 1024

interface CallDependencies {
  runtime: FunctionRuntime
  logins: Logins
  counter: RequestCounter
  chaos: Chaos
  visits: Visits
  clock: Clock
}

/** As `wx.cloud.callFunction` rejects. */
const rejection = (error: unknown) => {
  if (!(error instanceof CloudError)) throw error
  const errCode = errCodes[error.code]
  return { errCode, errMsg: `cloud.callFunction:fail Error: errCode: ${errCode} | errMsg: ${error.message}` }
}

/**
 * `POST /call/<function>`: calls a function as the bearer of the token would from the mini-program. The header
 * x-local-database-requests says how many database requests it made, those of nested calls included.
 */
export const answerCall =
  ({ runtime, logins, counter, chaos, visits, clock }: CallDependencies) =>
  async (request: IncomingMessage, response: ServerResponse, functionName: string): Promise<void> => {
    const openid = logins.openidOf(request)
    const event = await readJson(request, maxCallBytes)
    visits.note(openid, clock.now())
    const rootId = randomUUID()
    counter.begin(rootId)
    let body: object
    try {
      const { resultJson, requestId } = await runtime.invoke({
        functionName,
        event,
        openid,
        source: 'wx_client',
        rootId,
      })
      body = { result: JSON.parse(resultJson) as unknown, errMsg: 'cloud.callFunction:ok', requestID: requestId }
    } catch (error) {
      body = rejection(error)
    }
    const databaseRequests = String(counter.end(rootId))
    if (chaos.strikes('dropAnswer')) return void request.socket.resetAndDestroy()
    await wait(chaos.lateness('delayAnswer'))
    sendJson(response, 200, body, { 'x-local-database-requests': databaseRequests })
  }
