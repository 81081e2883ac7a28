import { MessageTemplate } from '@/contracts/me'
import { alongside } from './alongside'
import { _, find, findByIds, insertOnce, remove, update } from './database'
import type { SubscriptionDoc } from './documents'

const templates = MessageTemplate.options
const idOf = (personId: string, template: MessageTemplate) => `${personId}.${template}`

/** As many keys are remembered: a phone sends again within minutes, not after twenty further consents. */
const KEYS = 20

/** More than so many waiting messages nobody has: it bounds what a phone that calls without end can add. */
const MOST = 100

/** The caller's, of every kind, read with the caller. By ids made from the binding: a subscription has no index of its own. */
export const subscriptionsOf = (openid: string) =>
  alongside<SubscriptionDoc>(
    'bindings',
    { $match: { _id: openid } },
    { $limit: 1 },
    { $project: { ids: templates.map((template) => ({ $concat: ['$personId', `.${template}`] })) } },
    { $lookup: { from: 'subscriptions', localField: 'ids', foreignField: '_id', as: 'own' } },
    { $unwind: '$own' },
    { $replaceRoot: { newRoot: '$own' } },
  )

/** Counts one more allowed message; a key that was counted already is not counted again. */
export async function addConsent(personId: string, template: MessageTemplate, key: string): Promise<void> {
  const _id = idOf(personId, template)
  if (await raise(_id, key)) return
  const first: SubscriptionDoc = { _id, personId, template, count: 1, keys: [key] }
  // someone else's first one of the same moment
  if ((await insertOnce('subscriptions', first)) === 'exists') await raise(_id, key)
}

async function raise(_id: string, key: string): Promise<boolean> {
  const where = { _id, keys: _.nin([key]), count: _.lt(MOST) }
  return (await update('subscriptions', where, { count: _.inc(1), keys: _.push({ each: [key], slice: -KEYS }) })) === 1
}

/** How many messages of each kind a person has allowed, in the order of the kinds. */
export async function consentsOf(personId: string): Promise<{ template: MessageTemplate; count: number }[]> {
  const kept = await findByIds<SubscriptionDoc>(
    'subscriptions',
    templates.map((template) => idOf(personId, template)),
  )
  return templates.map((template) => ({
    template,
    count: kept.find((one) => one.template === template)?.count ?? 0,
  }))
}

/** Forgets all of them: messages go to a WeChat identity, and there is none any more. */
export async function forgetConsents(personId: string): Promise<void> {
  for (const template of templates) await remove('subscriptions', { _id: idOf(personId, template) })
}

/** Uses one up: false when there is none. */
export const takeConsent = async (personId: string, template: MessageTemplate): Promise<boolean> =>
  (await update('subscriptions', { _id: idOf(personId, template), count: _.gt(0) }, { count: _.inc(-1) })) === 1

/** Gives one back that was not needed: the message was not sent. */
export const returnConsent = (personId: string, template: MessageTemplate) =>
  update('subscriptions', { _id: idOf(personId, template), count: _.lt(MOST) }, { count: _.inc(1) })

/** WeChat says that there is none left: the person took it back there. */
export const dropConsents = (personId: string, template: MessageTemplate) =>
  update('subscriptions', { _id: idOf(personId, template) }, { count: 0 })

/** People who have allowed a message of a kind, by the ids of their subscriptions; those after an id. */
export const allowedAfter = (template: MessageTemplate, after: string, limit: number) =>
  find<SubscriptionDoc>(
    'subscriptions',
    { template, _id: _.gt(after), count: _.gt(0) },
    { orderBy: [['_id', 'asc']], limit, fields: ['personId', 'template', 'count'] },
  )
