import type { ParticipationKind } from '@/contracts/common'
import { isSeated } from '@/domain/people'
import { isNeeded, isQuiet, type Took } from '@/domain/remind'
import { findBindingsOf } from '../_data/bindings'
import type { ReminderDoc } from '../_data/documents'
import { entriesOfPeople } from '../_data/facts'
import { sendMessage } from '../_data/open-api'
import { findMemberships } from '../_data/people'
import { reportedOf } from '../_data/register-entries'
import { dropReminder, dueReminders, isAbandoned, markSent, takeUp } from '../_data/reminders'
import { dropConsents, returnConsent, takeConsent } from '../_data/subscriptions'
import { messageOf } from './message'

const BATCH = 100
const SIDE_BY_SIDE = 10

type Tell = (error: unknown) => void

/**
 * Brings reminders that are due into the inbox, and by WeChat to whom it is allowed: until none is left or `isOver`. Whoever has taken part or
 * reported meanwhile, or has left, gets none. How many were looked at.
 */
export async function deliverDue(now: number, isOver: () => boolean, tell: Tell, sendingId?: string): Promise<number> {
  let seen = 0
  // one batch at least, however late it is
  for (let first = true; first || !isOver(); first = false) {
    const due = await dueReminders(now, BATCH, sendingId)
    const settled = await deliver(due, now, tell)
    seen += settled
    // what another worker is on stays for it
    if (due.length < BATCH || settled === 0) break
  }
  return seen
}

async function deliver(due: readonly ReminderDoc[], now: number, tell: Tell): Promise<number> {
  const abandoned = due.filter((one) => isAbandoned(one, now))
  for (const one of abandoned) await markSent(one, 'inbox')
  const waiting = due.filter(({ state }) => state === 'waiting')
  if (waiting.length === 0) return abandoned.length
  const personIds = [...new Set(waiting.map(({ personId }) => personId))]
  const [memberships, bindings, entries, reported] = await Promise.all([
    findMemberships(personIds),
    findBindingsOf(personIds),
    entriesFor(waiting),
    reportedOf(waiting.flatMap(({ entry }) => entry ?? [])),
  ])
  const one = async (reminder: ReminderDoc): Promise<void> => {
    const { personId } = reminder
    const membership = memberships.get(personId)
    const own = entries.get(personId) ?? []
    const isReported = reminder.entry !== undefined && reported(reminder.entry)
    if (!membership || !isSeated(membership) || isReported || !isNeeded(reminder, own, now))
      await dropReminder(reminder)
    else await send(reminder, bindings.get(personId) ?? null, now, tell)
  }
  for (let i = 0; i < waiting.length; i += SIDE_BY_SIDE) {
    await Promise.all(waiting.slice(i, i + SIDE_BY_SIDE).map(one))
  }
  return abandoned.length + waiting.length
}

/** What these people took part in, of the kinds that they are reminded of. */
async function entriesFor(waiting: readonly ReminderDoc[]): Promise<Map<string, Took[]>> {
  const people = new Map<ParticipationKind, Set<string>>()
  for (const { kind, personId } of waiting) {
    if (kind !== null) people.set(kind, (people.get(kind) ?? new Set()).add(personId))
  }
  const byPerson = new Map<string, Took[]>()
  const found = await Promise.all([...people].map(([kind, personIds]) => entriesOfPeople([...personIds], kind)))
  for (const entry of found.flat()) {
    const list = byPerson.get(entry.personId)
    if (list) list.push(entry)
    else byPerson.set(entry.personId, [entry])
  }
  return byPerson
}

/**
 * Of several workers one takes the reminder up, and from then on it goes out at most once: who dies after it has used a permission, and perhaps a message
 * that did not go, but never sends two. It is in the inbox in any case.
 */
async function send(reminder: ReminderDoc, openid: string | null, now: number, tell: Tell): Promise<void> {
  if (!(await takeUp(reminder, now))) return
  const { personId, template } = reminder
  const message = openid === null ? null : messageOf(reminder, openid)
  // what was ordered in the evening and comes late disturbs nobody: it lies in the inbox, of the day on which it was ordered
  if (!message || template === null || isQuiet(now) || !(await takeConsent(personId, template))) {
    return void (await markSent(reminder, 'inbox'))
  }
  const outcome = await sendMessage(message, tell)
  if (outcome === 'refused') await dropConsents(personId, template)
  if (outcome === 'failed') await returnConsent(personId, template)
  await markSent(reminder, outcome === 'sent' ? 'message' : 'inbox')
}
