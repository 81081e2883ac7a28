import type { MessageTemplate } from '@/contracts/me'

/** Put in place by the build from TEMPLATE_THEME_DAY, TEMPLATE_QUIZ and TEMPLATE_REMINDER: the ids that WeChat's console gives. */
declare const TEMPLATE_IDS: Readonly<Partial<Record<MessageTemplate, string>>>

/** WeChat's ids of the messages that one can subscribe to; those without an id are not offered. */
export const templateIds = TEMPLATE_IDS
