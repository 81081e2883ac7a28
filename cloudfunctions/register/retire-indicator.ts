import { retireIndicator as contract } from '@/contracts/register'
import { canDefineIndicator } from '@/domain/people'
import { type IndicatorRecord, retire } from '@/domain/register'
import { dayOf } from '@/domain/time'
import { storedIndicator } from '../_data/indicators'
import { organisationById } from '../_data/organisations'
import { implement } from '../_kit/action'
import { shown } from './indicator-of'
import { keepIndicator } from './keep-indicator'

/** By whoever may define it: where it is reported, not above or below. Requests as in `defineIndicator`. */
export const retireIndicator = implement(contract, {
  alongside: ({ orgId, code }) => ({ org: organisationById(orgId), stored: storedIndicator(code) }),
  allow: ({ caller, found: { org }, refuse }) => canDefineIndicator(caller, org[0]?.path ?? refuse('NOT_FOUND')),
  async handle({ caller, input, now, requestId, found, refuse }) {
    const { code, until, was } = input
    const org = found.org[0] ?? refuse('NOT_FOUND')
    const isHere = ({ orgId }: IndicatorRecord) => (orgId === null ? org.path.length === 1 : orgId === org._id)
    const indicator = await keepIndicator({
      ...{ code, stored: found.stored[0], actor: caller.person._id, action: 'retireIndicator', now, requestId },
      decide: (present) => (present && isHere(present) ? retire(present, until, was) : refuse('NOT_FOUND')),
    })
    return shown(indicator, dayOf(now), org)
  },
})
