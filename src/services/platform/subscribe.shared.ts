import type { MessageTemplate } from '@/contracts/me'

/** WeChat takes three templates at a time. Source: wx.requestSubscribeMessage, `tmplIds` (basic library 2.8.2). */
export const MOST_TEMPLATES = 3

type Ids = Readonly<Partial<Record<MessageTemplate, string>>>

/** The ids of some kinds, each once; kinds without an id are left out. */
export function idsOf(templates: readonly MessageTemplate[], ids: Ids): string[] {
  const known = templates.flatMap((template) => ids[template] || [])
  return known.filter((id, place) => known.indexOf(id) === place).slice(0, MOST_TEMPLATES)
}

/** The kinds that WeChat's answer allows: it says 'accept', 'reject', 'ban' or 'filter' for each id. */
export const allowedIn = (
  answer: Readonly<Record<string, unknown>>,
  templates: readonly MessageTemplate[],
  ids: Ids,
): MessageTemplate[] =>
  templates.filter((template, place) => {
    const id = ids[template]
    return templates.indexOf(template) === place && id !== undefined && id !== '' && answer[id] === 'accept'
  })
