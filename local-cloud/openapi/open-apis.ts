import type { Clock } from '../clock'
import { CloudError } from '../errors'
import type { Outbox } from './outbox'
import { decodeRequest, encodeReply } from './protobuf'

/** What WeChat answers: `errcode` 0, or its code and words. */
type OpenApi = (input: Record<string, unknown>) => Promise<{ errcode: number; errmsg: string }>

const invalid = (name: string) => ({ errcode: 47003, errmsg: `argument invalid! ${name}` })

const sendSubscribeMessage =
  (outbox: Outbox, clock: Clock): OpenApi =>
  async ({ touser, template_id, page, data }) => {
    if (typeof touser !== 'string' || touser === '') return { errcode: 40003, errmsg: 'invalid openid' }
    if (typeof template_id !== 'string' || template_id === '') return { errcode: 40037, errmsg: 'invalid template_id' }
    if (typeof data !== 'object' || data === null) return invalid('data')
    await outbox.add({
      sentAt: clock.now(),
      toUser: touser,
      templateId: template_id,
      page: typeof page === 'string' ? page : null,
      data,
    })
    return { errcode: 0, errmsg: 'ok' }
  }

/** Stands in for WeChat's open APIs; what is not here fails by name. */
export const openApis = (outbox: Outbox, clock: Clock) => {
  const apis = new Map<string, OpenApi>([['subscribeMessage.send', sendSubscribeMessage(outbox, clock)]])
  return async (params: Record<string, unknown>): Promise<Buffer> => {
    const name = String(params.apiName)
    const api = apis.get(name)
    if (!api) throw new CloudError('INVALID_PARAM', `the local cloud does not support the open API ${name}`)
    if (!Buffer.isBuffer(params.requestData)) throw new CloudError('INVALID_PARAM', 'requestData is missing')
    return encodeReply(await api(decodeRequest(params.requestData)))
  }
}
