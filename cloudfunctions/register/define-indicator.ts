import { caseSentences } from '@/contracts/errors'
import { defineIndicator as contract } from '@/contracts/register'
import { isMetric } from '@/domain/metrics'
import { canDefineIndicator } from '@/domain/people'
import { builtInIndicator, define } from '@/domain/register'
import { dayOf } from '@/domain/time'
import { storedIndicator } from '../_data/indicators'
import { organisationById } from '../_data/organisations'
import { isRefused } from '../_data/text-check'
import { implement } from '../_kit/action'
import { shown } from './indicator-of'
import { keepIndicator } from './keep-indicator'

/** Three database requests: caller with organisation and indicator, the audit log, the indicator; one more when somebody was faster. */
export const defineIndicator = implement(contract, {
  alongside: ({ orgId, code }) => ({ org: organisationById(orgId), stored: storedIndicator(code) }),
  allow: ({ caller, found: { org }, refuse }) => canDefineIndicator(caller, org[0]?.path ?? refuse('NOT_FOUND')),
  async handle({ caller, input, now, requestId, found, refuse }) {
    const { orgId: _orgId, was, ...wanted } = input
    const org = found.org[0] ?? refuse('NOT_FOUND')
    const { code, name, definition, unit } = wanted
    // a metric that is computed has a meaning of its own
    if (isMetric(code) && !builtInIndicator(code)) return refuse('INDICATOR_TAKEN')
    const indicator = await keepIndicator({
      ...{ code, stored: found.stored[0], actor: caller.person._id, action: 'defineIndicator', now, requestId },
      decide: (present) => define(present, wanted, org.path, was),
      async check() {
        if (await isRefused(caller.openid, [name, definition, unit].join('\n')))
          refuse('TEXT_REFUSED', 'definition', caseSentences.figureWordsRefused.say)
      },
    })
    return shown(indicator, dayOf(now), org)
  },
})
