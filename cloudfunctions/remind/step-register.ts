import { builtInIndicator, isLacking, reportersOf, versionOn } from '@/domain/register'
import { registerWords } from '@/domain/remind'
import { dayOf } from '@/domain/time'
import type { SendingDoc } from '../_data/documents'
import { findIndicator } from '../_data/indicators'
import { findPlace } from '../_data/register-place'
import { entryStatuses } from '../_data/register-values'
import { reminderOf } from './reminder-of'
import type { Step } from './run-sending'
import { toOfficers } from './to-officers'

/** To whoever reports for the organisations of which a figure neither stands nor waits: as the page of the indicator lists them (register/get-indicator). */
export async function stepRegister(sending: SendingDoc, now: number): Promise<Step> {
  const { orgId, figure } = sending
  const [place, stored] = await Promise.all([findPlace(orgId), findIndicator(figure?.code ?? '')])
  const indicator = stored ?? builtInIndicator(figure?.code ?? '')
  if (!place || !figure || !indicator) return { after: null, more: false, already: 0 }
  const { code, period } = figure
  const today = dayOf(now)
  const due = reportersOf(indicator, period, place.node, place.above, today)
  const statusOf = await entryStatuses(orgId, [{ code, keys: [period], reporters: due.length }])
  const { name: called } = versionOn(indicator, today)
  return toOfficers(sending, {
    orgs: due.filter(({ id }) => isLacking(statusOf(code, id, period))),
    offices: ['secretary', 'organiser'],
    reminder: ({ id, name }, personId) =>
      reminderOf(sending, {
        personId,
        text: registerWords(name, called, period, statusOf(code, id, period)?.state === 'returned'),
        entry: { orgId: id, code, period },
      }),
  })
}
