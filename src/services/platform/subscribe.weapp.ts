import Taro from '@tarojs/taro'
import type { MessageTemplate } from '@/contracts/me'
import { allowedIn, idsOf } from './subscribe.shared'
import { templateIds } from './template-ids'

/** See subscribe.d.ts. */
export const canSubscribe = (template: MessageTemplate): boolean => Boolean(templateIds[template])

export async function askForMessages(templates: readonly MessageTemplate[]): Promise<MessageTemplate[]> {
  const tmplIds = idsOf(templates, templateIds)
  if (tmplIds.length === 0) return []
  // Taro's types ask for Alipay's ids, too; WeChat takes its own only
  const option = { tmplIds } as unknown as Taro.requestSubscribeMessage.Option
  const answer: object = await Taro.requestSubscribeMessage(option)
  return allowedIn({ ...answer }, templates, templateIds)
}
