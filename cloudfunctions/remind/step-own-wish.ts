import { isInvited, isSeated } from '@/domain/people'
import { quizWords, themeDayWords } from '@/domain/remind'
import { DAY_MS, dayOf, endOfDay } from '@/domain/time'
import type { OrganisationDoc, SendingDoc } from '../_data/documents'
import { findOrganisations } from '../_data/organisations'
import { findMemberships } from '../_data/people'
import { quizzesToTake } from '../_data/quizzes'
import { addReminders } from '../_data/reminders'
import { allowedAfter } from '../_data/subscriptions'
import { findLeaves, plannedBetween } from '../_data/theme-days'
import { reminderOf } from './reminder-of'
import type { Step } from './run-sending'

const A_STEP = 200
const QUIZ_AHEAD_MS = 2 * DAY_MS

/** The next two hundred people who allowed a message of a kind, with their organisations. */
async function nextAllowed(template: 'themeDay' | 'quiz', sending: SendingDoc) {
  const after = typeof sending.after === 'string' ? sending.after : ''
  const allowed = await allowedAfter(template, after, A_STEP)
  const memberships = await findMemberships(allowed.map(({ personId }) => personId))
  const people = [...memberships.values()].filter(isSeated)
  const orgs = await findOrganisations([...new Set(people.map(({ orgId }) => orgId))])
  const paths = new Map(orgs.map(({ _id, path }: OrganisationDoc) => [_id, path]))
  return {
    people: people.map((person) => ({ person, orgPath: paths.get(person.orgId) ?? [] })),
    // of the organisations to which they belong and of all above these
    orgIds: [...new Set(orgs.flatMap(({ path }) => path))],
    step: { after: allowed[allowed.length - 1]?._id ?? null, more: allowed.length === A_STEP },
  }
}

/** Tomorrow's theme days, to those who allowed it: but not to whom leave was given. */
export async function stepThemeDays(sending: SendingDoc, now: number): Promise<Step> {
  const { people, orgIds, step } = await nextAllowed('themeDay', sending)
  const tomorrow = endOfDay(dayOf(now))
  const days = await plannedBetween(orgIds, tomorrow, tomorrow + DAY_MS)
  const pairs = people.flatMap(({ person, orgPath }) =>
    days
      .filter(({ orgId, startsAt }) => isInvited({ orgPath, person }, orgId, dayOf(startsAt)))
      .map((day) => ({ personId: person._id, day })),
  )
  const onLeave = await findLeaves(pairs.map(({ personId, day }) => `${day._id}.${personId}`))
  const wanted = pairs
    .filter(({ personId, day }) => !onLeave.has(`${day._id}.${personId}`))
    .map(({ personId, day }) =>
      reminderOf(sending, {
        personId,
        template: 'themeDay',
        text: themeDayWords(day.title, day.startsAt, day.place),
        activityId: day._id,
        // one that was moved after it was reminded of comes up again the day before it is held
        mark: dayOf(day.startsAt),
        until: day.startsAt,
      }),
    )
  await addReminders(wanted)
  return { ...step, already: 0 }
}

/** Quizzes that close within two days, to those who allowed it; who has answered is left out when it goes out. */
export async function stepQuizzes(sending: SendingDoc, now: number): Promise<Step> {
  const { people, orgIds, step } = await nextAllowed('quiz', sending)
  const quizzes = (await quizzesToTake(orgIds, now)).filter(({ closesAt }) => closesAt <= now + QUIZ_AHEAD_MS)
  const wanted = people.flatMap(({ person, orgPath }) =>
    quizzes
      .filter(({ orgId }) => orgPath.includes(orgId))
      .map((quiz) =>
        reminderOf(sending, {
          personId: person._id,
          template: 'quiz',
          text: quizWords(quiz.title, quiz.closesAt),
          activityId: quiz._id,
          until: quiz.closesAt,
        }),
      ),
  )
  await addReminders(wanted)
  return { ...step, already: 0 }
}
