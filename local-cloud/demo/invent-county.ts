import { CONSENT_VERSION } from '@/contracts/identity'
import { rosterBlocks } from '@/domain/participation/roster'
import { placeOn } from '@/domain/people/membership'
import { periodOfMonth } from '@/domain/time/period'
import type { CollectionName } from '../../cloudfunctions/_data/collections'
import type { BindingDoc, FactDoc } from '../../cloudfunctions/_data/documents'
import { COUNTY_ID } from './branches'
import { calendarOf } from './calendar'
import { planHandbook, practiceHistory } from './handbook'
import { planQuizzes } from './learning'
import type { LessonFiles } from './lesson-files'
import { lessonHistory } from './lesson-history'
import { planLessons } from './lessons'
import { inventMembers, type Member } from './members'
import { letPeopleMove } from './moves'
import { planOrganisations } from './organisations'
import { likelyTaker, quizHistory } from './quiz-history'
import { seatEveryone } from './rosters'
import { seriesHistory } from './series-history'
import { themeDayHistory } from './theme-day-history'
import { themeDayLeaves } from './theme-day-leaves'
import { planThemeDays } from './theme-days'
import { truthOf } from './truth'
import { inventWritings } from './writings'

/** Those who took part themselves have bound their WeChat identity; the personas too, but one with a new phone; the rest have not come yet. */
function bindingsOf(
  members: readonly Member[],
  facts: readonly FactDoc[],
  attempts: readonly { personId: string }[],
  boundAt: number,
) {
  const active = new Set(attempts.map(({ personId }) => personId))
  for (const { personId, channel } of facts) if (channel !== 'proxy') active.add(personId)
  const consent = { version: CONSENT_VERSION, at: boundAt }
  return members
    .filter(({ person, persona }) => persona?.bound ?? active.has(person._id))
    .map(({ person, openid }): BindingDoc => ({ _id: openid, personId: person._id, boundAt, consent }))
}

/**
 * The whole demo county as documents, and the truth about it. The same for the same day, but for the check-in secrets and the
 * home branch's theme day, which is around `now`. Facts are not folded: the index has to do that itself.
 */
export function inventCounty(now: number, makeSecret: () => string, files: LessonFiles) {
  const calendar = calendarOf(now)
  const { history, lastMonth, thisMonth, today } = calendar
  const { organisations, branches } = planOrganisations()
  const members = inventMembers(branches, Number(today.slice(0, 4)))
  const nextSeat = seatEveryone(
    organisations,
    members.map(({ person }) => person),
  )
  const organiser = members.find(({ persona }) =>
    persona?.roles.some(({ role, orgId }) => role === 'organiser' && orgId === COUNTY_ID),
  )
  const moves = letPeopleMove(members, organisations, today, organiser?.person._id ?? '')
  const people = members.map(({ person }) => person)

  const quizzes = planQuizzes(calendar)
  const planned = planLessons(calendar, files)
  const lessons = planned.map(({ lesson }) => lesson)
  const handbook = planHandbook()
  const membersOf = (branchId: string, day: string) =>
    people.flatMap((person) => {
      const place = placeOn(person, day)
      return place?.orgId === branchId ? [place] : []
    })
  const themeDays = planThemeDays(calendar, branches, membersOf, makeSecret)

  const stillToDo = (member: Member): boolean => member.persona?.stillToDo ?? false
  const newest = lessons[lessons.length - 1]
  const last = quizHistory(quizzes.last, members, lastMonth.days, history.to, (member, chance) => {
    const likely = likelyTaker(member, chance)
    return stillToDo(member) || likely
  })
  const current = quizHistory(quizzes.current, members, thisMonth.days, history.to, (member, chance) => {
    const likely = likelyTaker(member, chance)
    return !stillToDo(member) && likely
  })
  const series = seriesHistory(quizzes.series, members, history.to, (member) => !stillToDo(member))
  const learned = lessons.flatMap((lesson) =>
    lessonHistory(lesson, members, history.to, (member) => (stillToDo(member) ? lesson !== newest : null)),
  )
  const attended = themeDays.flatMap((themeDay) =>
    themeDayHistory(themeDay, members, (member) => (stillToDo(member) ? true : null)),
  )
  const facts: FactDoc[] = [...last.facts, ...current.facts, ...series.facts, ...learned, ...attended]
  const attempts = [...last.attempts, ...current.attempts, ...series.attempts]
  const earliest = Math.min(
    now,
    ...facts.map(({ recordedAt }) => recordedAt),
    ...attempts.map(({ dealtAt }) => dealtAt),
  )

  const documents: Partial<Record<CollectionName, object[]>> = {
    organisations,
    people,
    bindings: bindingsOf(members, facts, attempts, earliest),
    rosters: rosterBlocks(people),
    moves,
    counters: [{ _id: 'seats', next: nextSeat }],
    quizzes: [quizzes.last, quizzes.current, quizzes.practice, quizzes.series],
    lessons,
    lessonBodies: planned.map(({ body }) => body),
    handbook,
    reviews: practiceHistory(members, handbook, today),
    themeDays,
    attendances: themeDays.flatMap((themeDay) => themeDayLeaves(themeDay, members, attended)),
    attempts,
    facts,
    ...inventWritings(lessons, members, facts),
  }
  const county = { organisations, people, themeDays, facts }
  const truth = {
    history: truthOf(county, { from: history.from, to: today }),
    lastMonth: truthOf(county, periodOfMonth(lastMonth.month)),
    thisMonth: truthOf(county, thisMonth.days),
  }
  return { documents, truth }
}
