import type { OutputOf } from '@/contracts/action'
import type { LetterKind, listLetters } from '@/contracts/me'

export type Mailbox = OutputOf<typeof listLetters>
export type MailRow = Mailbox['rows'][number]

export const kindWords: Readonly<Record<LetterKind, string>> = {
  suggestion: '建议',
  complaint: '投诉',
  correction: '更正申请',
}

/** From whom: of a complaint only the branch. */
export const fromWords = ({ from, fromOrgName }: MailRow): string =>
  from ? `${from}（${fromOrgName}）` : `${fromOrgName}的一名党员`

/** In whose mailbox it lies as well; null: in no other. */
export function alsoWords({ toOrgNames }: MailRow, orgName: string): string | null {
  const others = toOrgNames.filter((name) => name !== orgName)
  return others.length > 0 ? `${others.join('、')}也收到了这封信，其中一家答复就行。` : null
}

/** Joins a further page to what is shown; a letter that came again is as the newer answer says. */
export function joinMail(shown: Mailbox, further: Mailbox): Mailbox {
  const known = new Set(further.rows.map(({ id }) => id))
  return { ...further, rows: [...shown.rows.filter(({ id }) => !known.has(id)), ...further.rows] }
}

/** What to do with it, besides answering. */
export const nextWords: Readonly<Record<LetterKind, string>> = {
  suggestion: '答复会出现在来信人的“建议和投诉”里。',
  complaint: '来信人的名字不显示，也请不要打听。答复会出现在来信人的“建议和投诉”里。',
  correction: '请先核对，确有错再到“参与统计”或签到名单里更正，然后答复来信人。',
}
