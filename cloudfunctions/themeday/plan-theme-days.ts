import { randomBytes } from 'node:crypto'
import { planThemeDays as contract } from '@/contracts/plan-days'
import { canManageThemeDay } from '@/domain/people'
import { writeAudit } from '../_data/audit'
import type { ThemeDayDoc } from '../_data/documents'
import { organisationById } from '../_data/organisations'
import { isRefused } from '../_data/text-check'
import { addThemeDay, plannedId } from '../_data/theme-plans'
import { implement } from '../_kit/action'
import { requireTimes, requireWords } from './plan-rules'

/**
 * Here and not in `plan`, since a theme day's secret, its states and what may be done in each belong together. One request for each day and one for the line in the
 * audit log: a call that died in between is sent again and adds what is missing.
 */
export const planThemeDays = implement(contract, {
  alongside: ({ orgId }) => ({ org: organisationById(orgId) }),
  allow: ({ caller, found: { org }, refuse }) => canManageThemeDay(caller, org[0]?.path ?? refuse('NOT_FOUND')),
  async handle({ caller, input, now, requestId }) {
    const { key, orgId, title, place, forms, agenda, remote, times } = input
    for (const one of times) requireTimes(one, now)
    requireWords(await isRefused(caller.openid, [title, place, ...agenda].join('\n')))
    const actor = caller.person._id
    const days = times.map(
      ({ startsAt, endsAt }, turn): ThemeDayDoc => ({
        _id: plannedId(actor, key, turn),
        ...{ orgId, title, place, forms, agenda, startsAt, endsAt, remote },
        ...{ status: 'planned', closedAt: null, roster: null, rosterUnfolded: false },
        secret: randomBytes(24).toString('base64url'),
        changedAt: null,
        cancelled: null,
      }),
    )
    await Promise.all(days.map(addThemeDay))
    const object = days[0]?._id ?? ''
    await writeAudit({ _id: `planThemeDays.${object}`, actor, action: 'planThemeDays', object, at: now, requestId })
    return { ids: days.map(({ _id }) => _id) }
  },
})
