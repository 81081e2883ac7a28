import { stoodOn } from '@/domain/metrics'
import { isSeated } from '@/domain/people'
import { holdingWords } from '@/domain/remind'
import { dayOf, earlierDay } from '@/domain/time'
import type { SendingDoc } from '../_data/documents'
import { loadParticipation } from '../_data/participation'
import { findOfficers } from '../_data/people'
import { addReminders } from '../_data/reminders'
import { reminderOf } from './reminder-of'
import type { Step } from './run-sending'

const A_STEP = 200

/** Of the branches in which nobody took part in a theme day, the next two hundred: a reminder to each one's secretaries. */
export async function stepHolding(sending: SendingDoc, now: number): Promise<Step> {
  const { orgId, from, to, only } = sending
  const { tree, index } = await loadParticipation(orgId, from, to)
  const node = tree.byId.get(orgId)
  if (!node) return { after: null, more: false, already: 0 }
  const standing = node.branches.filter((branch) => stoodOn(branch, earlierDay(to, dayOf(now))))
  const held = index.anyone(
    { kind: 'themeday', from, to },
    standing.map(({ ranges }) => ranges),
  )
  const after = typeof sending.after === 'string' ? sending.after : ''
  const behind = standing
    .filter(({ id }, i) => !held[i] && id > after && (only === null || only.includes(id)))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  const page = behind.slice(0, A_STEP)
  const officers = page.length === 0 ? [] : await findOfficers(page.map(({ id }) => id))
  const secretariesOf = (branchId: string) =>
    officers.filter(
      (one) => isSeated(one) && one.roles.some((role) => role.role === 'secretary' && role.orgId === branchId),
    )
  const wanted = page.flatMap((branch) =>
    secretariesOf(branch.id).map(({ _id: personId }) =>
      reminderOf(sending, { personId, text: holdingWords(branch.name, sending) }),
    ),
  )
  // who leads two such branches is told of the first
  const once = wanted.filter(({ _id }, i) => wanted.findIndex((one) => one._id === _id) === i)
  const { already } = await addReminders(once)
  return {
    after: page[page.length - 1]?.id ?? null,
    more: behind.length > page.length,
    already,
    vacant: page.filter(({ id }) => secretariesOf(id).length === 0).length,
  }
}
