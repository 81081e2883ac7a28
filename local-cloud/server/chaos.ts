import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Chaos } from '../chaos/chaos'
import { readChaosOptions } from '../chaos/options'
import { checkAdmin } from './access'
import { HttpError, readJson, sendJson } from './http'

const smallBody = 10 * 1024

/** `GET /local/chaos`: the options, what was done and what could have been. */
export const reportChaos = (chaos: Chaos) => async (request: IncomingMessage, response: ServerResponse) => {
  checkAdmin(request)
  sendJson(response, 200, chaos.report())
}

/** `POST /local/chaos {seed, timerTwice: 1, …}` begins anew with these options and counts; `{}` ends it. */
export const setChaos = (chaos: Chaos) => async (request: IncomingMessage, response: ServerResponse) => {
  checkAdmin(request)
  const given = await readJson(request, smallBody)
  try {
    chaos.set(Object.keys(given).length === 0 ? null : readChaosOptions(given))
  } catch (error) {
    throw new HttpError(400, (error as Error).message)
  }
  sendJson(response, 200, chaos.report())
}
