import type { MessageTemplate } from '@/contracts/me'

/** Whether messages of this kind can be asked for here at all. */
export function canSubscribe(template: MessageTemplate): boolean

/**
 * Asks the person whether they want one message of each of these kinds; resolves to those allowed. To be called in the tap itself: WeChat refuses it
 * at any other time. Rejects when WeChat cannot ask (no network, switched off in WeChat's settings).
 */
export function askForMessages(templates: readonly MessageTemplate[]): Promise<MessageTemplate[]>
