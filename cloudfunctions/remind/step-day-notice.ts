import { rosterOn } from '@/domain/participation/roster-on'
import { isInvited, isSeated } from '@/domain/people'
import { keptLeaveWords } from '@/domain/remind'
import { dayOf } from '@/domain/time'
import type { SendingDoc } from '../_data/documents'
import { loadParticipation } from '../_data/participation'
import { findBySeats } from '../_data/people'
import { addReminders } from '../_data/reminders'
import { findLeaves } from '../_data/theme-days'
import { reminderOf } from './reminder-of'
import type { Step } from './run-sending'

const A_STEP = 200

/** Of those whom a theme day is for, in the order of seats, the next two hundred; not whoever changed it. */
export async function stepDayNotice(sending: SendingDoc, now: number): Promise<Step> {
  const { orgId, notice } = sending
  const today = dayOf(now)
  const { tree, roster } = await loadParticipation(orgId, today, today)
  const node = tree.byId.get(orgId)
  if (!notice || !node) return { after: null, more: false, already: 0 }
  const after = typeof sending.after === 'number' ? sending.after : -1
  const seats = rosterOn(roster, today)
    .members.clip(node.ranges)
    .toArray()
    .filter((seat) => seat > after)
  const page = seats.slice(0, A_STEP)
  const people = (await findBySeats(page)).filter(
    ({ person }) =>
      person._id !== notice.by &&
      isSeated(person) &&
      isInvited({ orgPath: [orgId], person }, orgId, dayOf(notice.until ?? now)),
  )
  const onLeave = await findLeaves(people.map(({ person }) => `${notice.activityId}.${person._id}`))
  const wanted = people.map(({ person: { _id: personId } }) => {
    const isOnLeave = notice.keepsLeave && onLeave.has(`${notice.activityId}.${personId}`)
    return reminderOf(sending, {
      personId,
      template: notice.template,
      text: isOnLeave ? `${notice.text}${keptLeaveWords}` : notice.text,
      activityId: notice.activityId,
      mark: notice.mark,
      until: notice.until,
    })
  })
  await addReminders(wanted)
  return { after: page[page.length - 1] ?? null, more: seats.length > page.length, already: 0 }
}
