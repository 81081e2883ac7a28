import { listIndicators as contract } from '@/contracts/register'
import { canDefineIndicator, canSeeFigures } from '@/domain/people'
import { concerns, withBuiltIns } from '@/domain/register'
import { dayOf } from '@/domain/time'
import { allIndicators, indicatorOf } from '../_data/indicators'
import { orgNode } from '../_data/org-node'
import { organisationById } from '../_data/organisations'
import { implement } from '../_kit/action'
import { shown } from './indicator-of'

/** One database request. Ended ones too: an administrator may let them go on. */
export const listIndicators = implement(contract, {
  alongside: ({ orgId }) => ({ org: organisationById(orgId), indicators: allIndicators() }),
  allow: ({ caller, found: { org }, refuse }) => canSeeFigures(caller, org[0]?.path ?? refuse('NOT_FOUND')),
  async handle({ caller, now, found, refuse }) {
    const org = found.org[0] ?? refuse('NOT_FOUND')
    const { _id: id, path } = org
    return {
      org: orgNode(org),
      mayDefine: canDefineIndicator(caller, path),
      indicators: withBuiltIns(found.indicators.map(indicatorOf))
        .filter((one) => concerns(one, { id, path }))
        .map((one) => shown(one, dayOf(now), org)),
    }
  },
})
