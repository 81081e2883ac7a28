import type { Target } from '@/components/page/target.shared'
import type { InboxRow } from '@/contracts/remind'

/** What tells of something that happened, and asks for nothing. */
const news: readonly InboxRow['cause'][] = ['themeDayChanged', 'keyCorrected', 'reportStep']

/** Who reminds, or tells, as the heading of a row. */
export function fromWords({ fromOrgName, cause }: Pick<InboxRow, 'fromOrgName' | 'cause'>): string {
  if (news.includes(cause)) return `${fromOrgName ?? ''}告诉您`
  return fromOrgName === null ? '您订的提醒' : `${fromOrgName}提醒您`
}

export interface Way {
  readonly text: string
  readonly target: Target
}

/** A row as it is kept on the phone: one of an older release has neither an entry nor a paper nor a report. */
type Kept = Pick<InboxRow, 'cause' | 'kind' | 'activityId'> & Partial<Pick<InboxRow, 'entry' | 'attemptId' | 'report'>>

/** Where it leads: the quiz, the lessons, the theme day, the figure, the own paper; null: nowhere in the app. */
export function wayOf({ cause, kind, activityId, entry = null, attemptId = null, report = null }: Kept): Way | null {
  if (attemptId !== null) return { text: '看成绩', target: { page: 'result', attemptId } }
  if (cause === 'themeDayChanged' && activityId !== null) {
    return { text: '看活动', target: { page: 'checkin', themeDayId: activityId } }
  }
  if (report !== null) return { text: '看报告', target: { page: 'report', ...report, version: `${report.version}` } }
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
