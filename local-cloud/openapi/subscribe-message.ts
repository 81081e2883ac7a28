import type { Consents } from './consents'
import { invalidOpenid, isOpenid, type OpenApi, ok, refused } from './open-api'
import type { Outbox } from './outbox'
import { isKnownPage, type Steering } from './steering'
import { wrongData } from './template-fields'

const states = ['formal', 'trial', 'developer']

/** Sends a subscribe message to the outbox, for one consent of the person to this template. */
export const sendSubscribeMessage =
  (outbox: Outbox, consents: Consents, steering: () => Steering): OpenApi =>
  async ({ input, now }) => {
    const { touser, template_id, page, data, miniprogram_state = 'formal' } = input
    if (!isOpenid(touser)) return invalidOpenid()
    const { templates } = steering()
    if (
      typeof template_id !== 'string' ||
      template_id === '' ||
      (templates && !Object.keys(templates).includes(template_id))
    )
      return refused(40037, 'invalid template_id')
    if (page !== undefined && page !== '' && !isKnownPage(steering(), page)) return refused(41030, 'invalid page')
    const wrong = states.includes(String(miniprogram_state))
      ? wrongData(data, templates?.[template_id])
      : 'miniprogram_state'
    if (wrong !== undefined) return refused(47003, `argument invalid! ${wrong}`)
    if (!(await consents.take(touser, template_id))) return refused(43101, 'user refuse to accept the msg')
    await outbox.add({
      sentAt: now,
      toUser: touser,
      templateId: template_id,
      page: typeof page === 'string' ? page : null,
      data,
    })
    return ok()
  }
