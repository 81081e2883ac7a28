import { listPlannedDays as contract } from '@/contracts/plan-days'
import { canManageThemeDay } from '@/domain/people'
import { endOfDay, startOfDay } from '@/domain/time'
import { organisationById } from '../_data/organisations'
import { plannedBetween } from '../_data/theme-plans'
import { implement } from '../_kit/action'
import { plannedRow } from './planned-row'

/** Two database requests: the caller with the organisation; its theme days of the year. */
export const listPlannedDays = implement(contract, {
  alongside: ({ orgId }) => ({ org: organisationById(orgId) }),
  allow: ({ caller, found: { org }, refuse }) => canManageThemeDay(caller, org[0]?.path ?? refuse('NOT_FOUND')),
  async handle({ input: { orgId, year }, now, found }) {
    const days = await plannedBetween(orgId, startOfDay(`${year}-01-01`), endOfDay(`${year}-12-31`))
    return { now, orgName: found.org[0]?.name ?? '', days: days.map((day) => plannedRow(day, now)) }
  },
})
