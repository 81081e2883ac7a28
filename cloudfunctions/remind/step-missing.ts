import type { ParticipationKind } from '@/contracts/common'
import { rangesOf, slicedRoster } from '@/domain/metrics'
import { isSeated } from '@/domain/people'
import { type Chance, missingWords } from '@/domain/remind'
import { dayOf, earlierDay } from '@/domain/time'
import type { SendingDoc } from '../_data/documents'
import { findOrganisation } from '../_data/organisations'
import { loadParticipation } from '../_data/participation'
import { findBySeats } from '../_data/people'
import { quizzesToTake } from '../_data/quizzes'
import { addReminders } from '../_data/reminders'
import { reminderOf } from './reminder-of'
import type { Step } from './run-sending'

const A_STEP = 200

/** Of those who have not taken part, in the order of seats, the next two hundred; as the list of the missing says it (stats/list-missing). */
export async function stepMissing(sending: SendingDoc, now: number): Promise<Step> {
  const { orgId, kind, from, to, slice, only } = sending
  const end = { after: null, more: false, already: 0 }
  if (kind === null) return end
  const { tree, index, roster } = await loadParticipation(orgId, from, to)
  const node = tree.byId.get(orgId)
  if (!node) return end
  const { present } = slicedRoster(roster, slice, earlierDay(to, dayOf(now)))
  const after = typeof sending.after === 'number' ? sending.after : -1
  const seats = index
    .missing({ kind, from, to }, present, rangesOf(node, slice))
    .toArray()
    .filter((seat) => seat > after)
  const page = seats.slice(0, A_STEP)
  const [people, chance] = await Promise.all([findBySeats(page), chanceOf(sending, kind, now)])
  const wanted = people
    .filter(({ person }) => isSeated(person) && (only === null || only.includes(person._id)))
    .map(({ person: { _id: personId } }) =>
      reminderOf(sending, {
        personId,
        text: missingWords(kind, sending, chance),
        activityId: chance?.id ?? null,
        until: chance?.until ?? null,
      }),
    )
  const { already } = await addReminders(wanted)
  return { after: page[page.length - 1] ?? null, more: seats.length > page.length, already }
}

/** The quiz by which all who are meant can still take part within the period, an exam before a daily series, the soonest to close; null: there is none, or it is no quiz. */
async function chanceOf(
  { orgId, to, dueAt }: SendingDoc,
  kind: ParticipationKind,
  now: number,
): Promise<Chance | null> {
  if (kind !== 'quiz') return null
  const org = await findOrganisation(orgId)
  // it is read when it goes out, not when it is ordered
  const at = Math.max(now, dueAt)
  const open = org ? await quizzesToTake(org.path, at) : []
  // a daily series is one a day of many: an exam is what is meant, when there is one
  const quiz = open.find(({ mode }) => mode === 'exam') ?? open[0]
  return quiz && dayOf(at) <= to ? { id: quiz._id, title: quiz.title, until: quiz.closesAt } : null
}
