import type { Clock } from '../clock'
import { appId } from '../runtime/identity'
import type { FunctionRuntime } from '../runtime/runtime'
import type { Logins } from '../server/access'
import { grantConsent, issuePhoneCode, reportOpenApis, steerOpenApis } from '../server/open-api'
import type { Store } from '../store/store'
import { Consents } from './consents'
import { checkMedia } from './media-check'
import { checkMessage } from './message-check'
import { getUnlimitedCode } from './mini-program-code'
import { OpenApis } from './open-apis'
import { Outbox } from './outbox'
import { getPhoneNumber, PhoneCodes } from './phone-number'
import { Pushes } from './pushes'
import { SteeringDesk } from './steering'
import { sendSubscribeMessage } from './subscribe-message'
import { Visits } from './visits'

interface Dependencies {
  store: Store
  runtime: FunctionRuntime
  clock: Clock
  logins: Logins
  /** Whether a media URL can be fetched at that time. */
  downloads: (url: string, now: number) => boolean
}

/** WeChat's side of the cloud: the open APIs' stand-ins, what they keep, and the routes by which people and tests steer them. */
export const openPlatform = ({ store, runtime, clock, logins, downloads }: Dependencies) => {
  const desk = new SteeringDesk()
  const steering = () => desk.get()
  const visits = new Visits()
  const outbox = new Outbox(store)
  const consents = new Consents(store)
  const phoneCodes = new PhoneCodes(store)
  const pushes = new Pushes(store, runtime, clock)
  const apis = new Map([
    ['subscribeMessage.send', sendSubscribeMessage(outbox, consents, steering)],
    ['security.msgSecCheck', checkMessage(visits, steering)],
    ['security.mediaCheckAsync', checkMedia(visits, desk, pushes, downloads)],
    ['phonenumber.getPhoneNumber', getPhoneNumber(phoneCodes, appId)],
    ['wxacode.getUnlimited', getUnlimitedCode(steering)],
  ])
  const openApis = new OpenApis(apis, desk, (name) => runtime.functions.get(name)?.openApis ?? [])
  const parts = { openApis, desk, consents, phoneCodes, pushes, logins, clock }
  const routes = {
    'POST /local/openapi': steerOpenApis(parts),
    'GET /local/openapi': reportOpenApis(parts),
    'POST /local/consent': grantConsent(parts),
    'POST /local/phone-code': issuePhoneCode(parts),
  }
  return { openApis, outbox, visits, pushes, routes }
}
