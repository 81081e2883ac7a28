import { getEntry as contract } from '@/contracts/register-entries'
import { canJudgeFigure, canSeeFigures, canSeeNames, canSubmitFigure } from '@/domain/people'
import { decimalText, isLacking, isOfCycle, isOverdue, opensOn, reportersOf } from '@/domain/register'
import { dayOf } from '@/domain/time'
import { storedIndicator } from '../_data/indicators'
import { orgNode } from '../_data/org-node'
import { organisationWithTrail } from '../_data/organisations'
import { entryOf, lastAcceptedBefore } from '../_data/register-entries'
import { loadPlace } from '../_data/register-place'
import { implement } from '../_kit/action'
import { indicatorOf, shown } from './indicator-of'
import { shownEntry } from './shown-entry'

/** Four database requests: caller with organisation, indicator and entry · what lies below · what was accepted before · names of those who reported and judged. */
export const getEntry = implement(contract, {
  alongside: (input) => ({
    org: organisationWithTrail(input.orgId),
    stored: storedIndicator(input.code),
    entry: entryOf(input),
  }),
  allow: ({ caller, found: { org }, refuse }) => canSeeFigures(caller, org[0]?.path ?? refuse('NOT_FOUND')),
  async handle({ caller, input, now, found, refuse }) {
    const org = found.org[0] ?? refuse('NOT_FOUND')
    const { code, period } = input
    const indicator = indicatorOf(found.stored[0], code, org) ?? refuse('NOT_FOUND')
    if (!isOfCycle(period, indicator.cycle)) return refuse('NOT_FOUND')
    const today = dayOf(now)
    const [entry = null] = found.entry
    const reader = { personId: caller.person._id, seesNames: canSeeNames(caller, org.path) }
    const [{ node, above }, last, shownOne] = await Promise.all([
      loadPlace(org),
      lastAcceptedBefore(input),
      shownEntry(entry, indicator.decimals, reader),
    ])
    const due = reportersOf(indicator, period, node, above, today).some(({ id }) => id === org._id)
    return {
      org: orgNode(org),
      indicator: shown(indicator, today, org),
      period,
      today,
      entry: shownOne,
      last: last && { period: last.period, value: decimalText(last.value, indicator.decimals) },
      due,
      opensOn: opensOn(indicator, period),
      overdue: due && isLacking(entry) && isOverdue(indicator, period, today),
      maySubmit: canSubmitFigure(caller, org.path),
      mayJudge: canJudgeFigure(caller, org.path),
    }
  },
})
