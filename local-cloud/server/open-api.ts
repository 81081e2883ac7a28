import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Clock } from '../clock'
import { type Consents, maxTemplates } from '../openapi/consents'
import { isOpenid } from '../openapi/open-api'
import type { OpenApis } from '../openapi/open-apis'
import type { PhoneCodes } from '../openapi/phone-number'
import type { Pushes } from '../openapi/pushes'
import type { SteeringDesk } from '../openapi/steering'
import type { Logins } from './access'
import { checkAdmin } from './access'
import { HttpError, readJson, sendJson } from './http'

const smallBody = 100 * 1024

export interface OpenApiRoutes {
  openApis: OpenApis
  desk: SteeringDesk
  consents: Consents
  phoneCodes: PhoneCodes
  pushes: Pushes
  logins: Logins
  clock: Clock
}

/** Whom a request is about: the bearer of its token, or, in this local cloud, the openid that it names. */
const openidFor = (logins: Logins, request: IncomingMessage, openid: unknown): string => {
  if (openid === undefined) return logins.openidOf(request)
  if (!isOpenid(openid)) throw new HttpError(400, 'openid: 1 to 64 of a-z, 0-9, _ and -')
  return openid
}

/** `POST /local/openapi {…}`: steers the stand-ins; `{}` goes back to the default. */
export const steerOpenApis =
  ({ desk }: OpenApiRoutes) =>
  async (request: IncomingMessage, response: ServerResponse) => {
    checkAdmin(request)
    const given = await readJson(request, smallBody)
    try {
      desk.steer(given)
    } catch (error) {
      throw new HttpError(400, (error as Error).message)
    }
    sendJson(response, 200, { steering: desk.get() })
  }

/** `GET /local/openapi`: the steering, the last calls, and the messages that are still to be pushed. */
export const reportOpenApis =
  ({ desk, openApis, pushes }: OpenApiRoutes) =>
  async (request: IncomingMessage, response: ServerResponse) => {
    checkAdmin(request)
    sendJson(response, 200, { steering: desk.get(), calls: openApis.calls(), pushes: pushes.list() })
  }

/** `POST /local/consent {templateIds, times?, openid?}`: agrees to one more message (or `times`) of each template. */
export const grantConsent =
  ({ consents, logins }: OpenApiRoutes) =>
  async (request: IncomingMessage, response: ServerResponse) => {
    const { templateIds, times = 1, openid } = await readJson(request, smallBody)
    const who = openidFor(logins, request, openid)
    const good = Array.isArray(templateIds) && templateIds.length > 0 && templateIds.length <= maxTemplates
    if (!good || !templateIds.every((id) => typeof id === 'string' && id !== ''))
      throw new HttpError(400, `templateIds: 1 to ${maxTemplates} names`)
    if (!Number.isInteger(times) || (times as number) < 1 || (times as number) > 1000)
      throw new HttpError(400, 'times: 1 to 1000')
    await consents.grant(who, templateIds as string[], times as number)
    sendJson(response, 200, { consents: consents.of(who) })
  }

/** `POST /local/phone-code {phone, openid?}`: the code that the button 获取手机号 would give the person with this number. */
export const issuePhoneCode =
  ({ phoneCodes, logins, clock }: OpenApiRoutes) =>
  async (request: IncomingMessage, response: ServerResponse) => {
    const { phone, openid } = await readJson(request, smallBody)
    const who = openidFor(logins, request, openid)
    if (typeof phone !== 'string' || !/^1\d{10}$/.test(phone))
      throw new HttpError(400, 'phone: 11 digits, the first a 1')
    sendJson(response, 200, { code: await phoneCodes.issue(who, phone, clock.now()) })
  }
