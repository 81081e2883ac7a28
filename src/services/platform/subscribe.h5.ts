import Taro from '@tarojs/taro'
import type { MessageTemplate } from '@/contracts/me'
import { preview } from '../preview'

/** See subscribe.d.ts. In the preview a question of our own stands for WeChat's, and the local cloud keeps the answer as WeChat would. */
export const canSubscribe = (_template: MessageTemplate): boolean => true

export async function askForMessages(templates: readonly MessageTemplate[]): Promise<MessageTemplate[]> {
  const words = {
    title: '允许提醒一次？',
    content: '这是本机预览。在微信里，这一步由微信来问您。',
    confirmText: '允许',
    cancelText: '不用',
  }
  const { confirm } = await Taro.showModal(words)
  if (!confirm) return []
  await preview.allowMessages(templates)
  return [...templates]
}
