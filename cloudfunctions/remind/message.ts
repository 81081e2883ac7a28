import type { MessageTemplate } from '@/contracts/me'
import { thing, timeField } from '@/domain/remind'
import type { ReminderDoc } from '../_data/documents'
import type { SubscribeMessage } from '../_data/open-api'

/** Names of the environment variables with WeChat's ids of the templates (docs/operations.md); a template without an id is not sent. */
const variables: Readonly<Record<MessageTemplate, string>> = {
  themeDay: 'TEMPLATE_THEME_DAY',
  quiz: 'TEMPLATE_QUIZ',
  reminder: 'TEMPLATE_REMINDER',
}
/** The template's fields: what it is about, when, and who reminds. WeChat numbers them; `<variable>_FIELDS` says how, in this order. */
const defaultFields = 'thing1,time2,thing3'

/** Pages without what is above the pages: WeChat refuses a page that is not published. */
const pageOf = ({ kind, activityId }: ReminderDoc): string =>
  kind === 'quiz' && activityId !== null ? `pages/quiz/index?quizId=${activityId}` : 'mine/pages/inbox/index'

/** A reminder as WeChat's message; null: it goes by none, or this installation has no such template. */
export function messageOf(reminder: ReminderDoc, openid: string): SubscribeMessage | null {
  if (reminder.template === null) return null
  const variable = variables[reminder.template]
  const templateId = process.env[variable] ?? ''
  if (templateId === '') return null
  const [what = '', when = '', who = ''] = (process.env[`${variable}_FIELDS`] ?? defaultFields).split(',')
  return {
    openid,
    templateId,
    page: pageOf(reminder),
    data: {
      [what]: { value: thing(reminder.text) },
      [when]: { value: timeField(reminder.until ?? reminder.dueAt) },
      [who]: { value: thing(reminder.fromOrgName ?? '您自己订的提醒') },
    },
  }
}
