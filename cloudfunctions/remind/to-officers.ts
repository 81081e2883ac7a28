import type { DeskRole } from '@/domain/people'
import { isSeated } from '@/domain/people'
import type { ReminderDoc, SendingDoc } from '../_data/documents'
import { findOfficers } from '../_data/people'
import { addReminders } from '../_data/reminders'
import type { Step } from './run-sending'

const A_STEP = 200

interface Told {
  /** Whose officers are meant, in any order. */
  readonly orgs: readonly { readonly id: string; readonly name: string }[]
  readonly offices: readonly DeskRole[]
  readonly reminder: (org: { readonly id: string; readonly name: string }, personId: string) => ReminderDoc
}

/** Of some organisations the next two hundred, by their ids: a reminder to everyone who holds one of some offices in the organisation itself. */
export async function toOfficers(sending: SendingDoc, { orgs, offices, reminder }: Told): Promise<Step> {
  const { only } = sending
  const after = typeof sending.after === 'string' ? sending.after : ''
  const left = orgs
    .filter(({ id }) => id > after && (only === null || only.includes(id)))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  const page = left.slice(0, A_STEP)
  const officers = page.length === 0 ? [] : await findOfficers(page.map(({ id }) => id))
  const of = (orgId: string) =>
    officers.filter(
      (one) =>
        isSeated(one) &&
        one.roles.some((office) => office.orgId === orgId && offices.some((wanted) => wanted === office.role)),
    )
  const wanted = page.flatMap((org) => of(org.id).map(({ _id }) => reminder(org, _id)))
  // who leads two of them is told of the first
  const once = wanted.filter(({ _id }, i) => wanted.findIndex((one) => one._id === _id) === i)
  const { already } = await addReminders(once)
  return {
    after: page[page.length - 1]?.id ?? null,
    more: left.length > page.length,
    already,
    vacant: page.filter(({ id }) => of(id).length === 0).length,
  }
}
