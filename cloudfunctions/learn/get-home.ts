import type { OutputOf } from '@/contracts/action'
import { getHome as contract } from '@/contracts/learn'
import { validFacts } from '@/domain/participation/fact'
import { deskOf, isInvited } from '@/domain/people'
import { checkInState } from '@/domain/themeday'
import { addDays, dayOf, monthOf } from '@/domain/time/day'
import { type AttemptSummary, ownAttemptSummaries } from '../_data/attempts'
import type { FactDoc } from '../_data/documents'
import { factsOfPerson } from '../_data/facts'
import { publishedLessons } from '../_data/lessons'
import { openQuizzes, type QuizSummary } from '../_data/quizzes'
import { upcomingThemeDays } from '../_data/theme-days'
import { implement } from '../_kit/action'

const DAY = 86_400_000
/** Theme days that ended within the last day or begin within a week. */
const THEME_DAYS_BEHIND = DAY
const THEME_DAYS_AHEAD = 7 * DAY
/** A lesson stays completed for as long as it is listed; a year and a month of own facts covers every list here. */
const OWN_FACTS_DAYS = 400

/**
 * Three database requests: the caller with quizzes, attempts and lessons; the theme days of the branch and of what is above it;
 * the caller's own facts. Who was transferred sees those of a branch on the days on which they belonged to it.
 */
export const getHome = implement(contract, {
  alongside: (_input, { openid, now }) => ({
    quizzes: openQuizzes(now),
    attempts: ownAttemptSummaries(openid),
    lessons: publishedLessons(now),
  }),
  allow: () => true,
  async handle({ caller, now, found }) {
    const { person, org, roleOrgs } = caller
    const today = dayOf(now)
    const orgIds = [...new Set([...caller.orgPath, ...person.seatings.map(({ orgId }) => orgId)])]
    const [nearThemeDays, entries] = await Promise.all([
      upcomingThemeDays(orgIds, now - THEME_DAYS_BEHIND, now + THEME_DAYS_AHEAD),
      factsOfPerson(person._id, addDays(today, -OWN_FACTS_DAYS)),
    ])
    const facts = validFacts(entries)
    const themeDays = nearThemeDays.filter(({ orgId, startsAt }) => isInvited(caller, orgId, dayOf(startsAt)))
    const did = (kind: FactDoc['kind'], activityId: string) =>
      facts.some((fact) => fact.kind === kind && fact.activityId === activityId)
    const thisMonth = facts.filter(({ day }) => monthOf(day) === monthOf(today))
    const countOf = (kind: FactDoc['kind']) => thisMonth.filter((fact) => fact.kind === kind).length
    const roleOrg = (orgId: string) => roleOrgs.find(({ _id }) => _id === orgId)
    const desk = deskOf(caller, (orgId) => roleOrg(orgId)?.path.length ?? Number.POSITIVE_INFINITY)

    return {
      now,
      person: { id: person._id, name: person.name, mobile: person.mobile },
      org: { id: org._id, name: org.name },
      desk: desk && { ...desk, orgName: roleOrg(desk.orgId)?.name ?? '' },
      quizzes: found.quizzes.map((quiz) =>
        quizRow(
          quiz,
          found.attempts.filter(({ quizId }) => quizId === quiz._id),
          now,
        ),
      ),
      lessons: found.lessons.map(({ _id: id, title, track, minutes }) => ({
        id,
        title,
        track,
        minutes,
        completed: did('lesson', id),
      })),
      themeDays: themeDays.map(({ _id: id, title, place, startsAt, endsAt, status }) => {
        const state = checkInState({ status, endsAt }, now)
        return { id, title, place, startsAt, endsAt, status: state, checkedIn: did('themeday', id) }
      }),
      month: {
        month: monthOf(today),
        quizzes: countOf('quiz'),
        lessons: countOf('lesson'),
        themeDays: countOf('themeday'),
      },
    }
  },
})

type QuizRow = OutputOf<typeof contract>['quizzes'][number]

/** Attempts come latest first. An attempt that ran out is used, but neither open nor taken. */
function quizRow(quiz: QuizSummary, attempts: readonly AttemptSummary[], now: number): QuizRow {
  const submitted = attempts.filter(({ submittedAt }) => typeof submittedAt === 'number')
  const open = attempts.find(({ submittedAt, deadlineAt }) => typeof submittedAt !== 'number' && now < deadlineAt)
  return {
    id: quiz._id,
    title: quiz.title,
    questions: quiz.deal,
    minutes: quiz.minutes,
    closesAt: quiz.closesAt,
    attemptsAllowed: quiz.attemptsAllowed,
    attemptsUsed: attempts.length,
    openAttemptId: open?._id ?? null,
    lastAttemptId: submitted[0]?._id ?? null,
    taken: submitted.length > 0,
  }
}
