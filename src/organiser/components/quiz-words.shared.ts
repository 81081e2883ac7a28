import { untilWords, whenWords } from '@/components/words/when.shared'
import type { QuizDeskRow } from '@/contracts/plan'

/** The state of a quiz, as a tag says it. */
export function stateTag({ state, closedAt }: Pick<QuizDeskRow, 'state' | 'closedAt'>): {
  text: string
  tone: 'ok' | 'wait' | 'grey'
} {
  if (state === 'open') return { text: '进行中', tone: 'ok' }
  if (state === 'notOpen') return { text: '未开始', tone: 'wait' }
  return { text: closedAt === null ? '已截止' : '已提前截止', tone: 'grey' }
}

/** For whom it is, unless for the organisation that looks, and when: `东村支部`, `11 月 30 日 24:00 截止`. */
export function rowNotes(row: QuizDeskRow, orgName: string, now: number): string[] {
  const when = row.state === 'notOpen' ? `${whenWords(row.opensAt, now)} 开始` : `${untilWords(row.closesAt, now)} 截止`
  return row.orgName === orgName ? [when] : [row.orgName, when]
}

/** How many took part: `126 / 360 人`; of a practice what it is. */
export const peopleWords = ({ people, members }: Pick<QuizDeskRow, 'people' | 'members'>): string =>
  people === null ? '练习，不计人数' : `${people} / ${members} 人参加`

/** The share of those for whom it is, 0 to 1; null where there is nothing to divide. */
export const shareOf = ({ people, members }: Pick<QuizDeskRow, 'people' | 'members'>): number | null =>
  people === null || members === 0 ? null : Math.min(1, people / members)
