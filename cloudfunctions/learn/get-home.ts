import { getHome as contract } from '@/contracts/learn'
import { validFacts } from '@/domain/participation/fact'
import { deskOf } from '@/domain/people'
import { REMOTE_MS } from '@/domain/themeday'
import { DAY_MS, dayOf, earlierDay, monthOf } from '@/domain/time/day'
import type { FactDoc } from '../_data/documents'
import { factsOfPerson } from '../_data/facts'
import { publishedLessons } from '../_data/lessons'
import { nearThemeDays } from '../_data/own-theme-days'
import { openQuizzes } from '../_data/quizzes'
import { unreadOf } from '../_data/reminders'
import { implement } from '../_kit/action'
import { homeLessons } from './home-lessons'
import { homeThemeDays } from './home-theme-days'
import { quizRows } from './quiz-row'

/** Theme days in which one can still take part from afar, or that begin within a week. */
const THEME_DAYS_BEHIND = REMOTE_MS
const THEME_DAYS_AHEAD = 7 * DAY_MS
const MOST_LESSONS = 200

/**
 * Three database requests: the caller with quizzes, own attempts and lessons; the caller's theme days, with what
 * is known of them there; the caller's own facts since this month began or the oldest lesson was published.
 */
export const getHome = implement(contract, {
  alongside: (_input, { now, openid }) => ({
    unread: unreadOf(openid),
    quizzes: openQuizzes(now, ['exam', 'daily']),
    lessons: publishedLessons(now, MOST_LESSONS),
  }),
  allow: () => true,
  async handle({ caller, now, found }) {
    const { person, org, roleOrgs } = caller
    const today = dayOf(now)
    const month = monthOf(today)
    const oldest = found.lessons.reduce((day, { publishedAt }) => earlierDay(day, dayOf(publishedAt)), `${month}-01`)
    const [themeDays, entries] = await Promise.all([
      nearThemeDays(caller, now - THEME_DAYS_BEHIND, now + THEME_DAYS_AHEAD),
      factsOfPerson(person._id, oldest),
    ])
    const facts = validFacts(entries)
    const ofKind = (kind: FactDoc['kind']) => facts.filter((fact) => fact.kind === kind)
    const completedAt = new Map(ofKind('lesson').map(({ activityId, occurredAt }) => [activityId, occurredAt]))
    const inMonth = (kind: FactDoc['kind']) => ofKind(kind).filter(({ day }) => monthOf(day) === month).length
    const roleOrg = (orgId: string) => roleOrgs.find(({ _id }) => _id === orgId)
    const desk = deskOf(caller, (orgId) => roleOrg(orgId)?.path.length ?? Number.POSITIVE_INFINITY)

    return {
      now,
      person: { id: person._id, name: person.name, mobile: person.mobile },
      org: { id: org._id, name: org.name },
      desk: desk && { ...desk, orgName: roleOrg(desk.orgId)?.name ?? '' },
      quizzes: quizRows(found.quizzes, now),
      ...homeLessons(found.lessons, completedAt),
      themeDays: homeThemeDays(caller, themeDays, now),
      unread: found.unread.length,
      month: { month, quizzes: inMonth('quiz'), lessons: inMonth('lesson'), themeDays: inMonth('themeday') },
    }
  },
})
