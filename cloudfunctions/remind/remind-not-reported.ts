import { remindNotReported as contract } from '@/contracts/remind'
import { canRemind } from '@/domain/people'
import { builtInIndicator, concerns, daysOf, isOfCycle, opensOn } from '@/domain/register'
import { dayOf } from '@/domain/time'
import { indicatorOf, storedIndicator } from '../_data/indicators'
import { organisationById } from '../_data/organisations'
import { implement } from '../_kit/action'
import { remind } from './order'

/** Nobody is told a name: the order is about organisations. */
export const remindNotReported = implement(contract, {
  alongside: ({ orgId, code }) => ({ org: organisationById(orgId), stored: storedIndicator(code) }),
  allow: ({ caller, found: { org }, refuse }) => canRemind(caller, org[0]?.path ?? refuse('NOT_FOUND')),
  async handle({ caller, input, now, requestId, found, refuse }) {
    const { key, orgId, code, period, orgIds: only } = input
    const org = found.org[0] ?? refuse('NOT_FOUND')
    const indicator = found.stored[0] ? indicatorOf(found.stored[0]) : builtInIndicator(code)
    if (!indicator || !concerns(indicator, { id: orgId, path: org.path }) || !isOfCycle(period, indicator.cycle)) {
      return refuse('NOT_FOUND')
    }
    if (opensOn(indicator, period) > dayOf(now)) return refuse('PERIOD_NOT_OPEN')
    const about = { cause: 'register' as const, orgId, kind: null, ...daysOf(period), slice: {}, only }
    return remind({ caller, org, key, about: { ...about, figure: { code, period } }, now, requestId, refuse })
  },
})
