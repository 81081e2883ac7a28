import type { Target } from '@/components/page/target.shared'
import type { InboxRow } from '@/contracts/remind'

/** Who reminds, as the heading of a row. */
export const fromWords = ({ fromOrgName }: Pick<InboxRow, 'fromOrgName'>): string =>
  fromOrgName === null ? '您订的提醒' : `${fromOrgName}提醒您`

export interface Way {
  readonly text: string
  readonly target: Target
}

/** A row as it is kept on the phone: one of an older release has no entry. */
type Kept = Pick<InboxRow, 'cause' | 'kind' | 'activityId'> & { readonly entry?: InboxRow['entry'] }

/** What can be done about it: the quiz, the lessons, the theme days, the figure; null: nothing in the app. */
export function wayOf({ cause, kind, activityId, entry = null }: Kept): Way | null {
  if (entry !== null) return { text: '去填报', target: { page: 'entry', ...entry } }
  if (cause === 'holding') return { text: '看活动', target: { page: 'activities' } }
  if (kind === 'quiz') {
    return activityId === null
      ? { text: '去看答题', target: { page: 'study' } }
      : { text: '去答题', target: { page: 'quiz', quizId: activityId } }
  }
  if (kind === 'lesson') return { text: '去学微党课', target: { page: 'study' } }
  if (kind === 'themeday') return { text: '看活动', target: { page: 'activities' } }
  return null
}

/** Joins a further page to what is shown. */
export const joinInbox = <T extends { readonly rows: readonly { readonly id: string }[] }>(
  shown: T,
  further: T,
): T => ({
  ...further,
  rows: [...shown.rows, ...further.rows.filter(({ id }) => !shown.rows.some((one) => one.id === id))],
})
