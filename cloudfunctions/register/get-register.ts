import { getRegister as contract } from '@/contracts/register-entries'
import { canDefineIndicator, canSeeFigures, judgesIn } from '@/domain/people'
import { isOverdue, plannedOn, tallyOf, withBuiltIns } from '@/domain/register'
import { dayOf, earlierDay } from '@/domain/time'
import { allIndicators, indicatorOf } from '../_data/indicators'
import { orgNode } from '../_data/org-node'
import { organisationWithTrail } from '../_data/organisations'
import { returnedTo, waitingFor } from '../_data/register-entries'
import { loadPlace } from '../_data/register-place'
import { entryStatuses } from '../_data/register-values'
import { implement } from '../_kit/action'
import { shown } from './indicator-of'
import { judgedByCaller, ownDesks, reportedByCaller } from './waiting'

/**
 * Five database requests in a county of 200 committees: caller with organisation and indicators · what lies below · what waits · what was returned · how the
 * entries stand (one more for each further 2,000, and one when more than a hundred wait).
 */
export const getRegister = implement(contract, {
  alongside: ({ orgId }) => ({ org: organisationWithTrail(orgId), indicators: allIndicators() }),
  allow: ({ caller, found: { org }, refuse }) => canSeeFigures(caller, org[0]?.path ?? refuse('NOT_FOUND')),
  async handle({ caller, input, now, found, refuse }) {
    const org = found.org[0] ?? refuse('NOT_FOUND')
    const today = dayOf(now)
    const day = earlierDay(input.day, today)
    const [{ node, above }, submitted, returned] = await Promise.all([
      loadPlace(org),
      waitingFor(caller.person._id, judgesIn(caller), org._id),
      returnedTo(ownDesks(caller), org._id),
    ])
    const indicators = withBuiltIns(found.indicators.map(indicatorOf))
    const planned = plannedOn(indicators, node, above, day)
    const statusOf = await entryStatuses(
      org._id,
      planned.map(({ indicator: { code }, key, due }) => ({ code, keys: [key], reporters: due.length })),
    )
    const desk = { caller, today, indicators, node }
    return {
      org: orgNode(org),
      day,
      asOf: now,
      rows: planned.map(({ indicator, key, due }) => ({
        indicator: shown(indicator, day, org),
        period: key,
        ...tallyOf(
          indicator,
          due.map(({ id }) => statusOf(indicator.code, id, key)),
          isOverdue(indicator, key, today),
        ),
      })),
      todo: reportedByCaller(desk, planned, statusOf, returned).slice(0, 100),
      toJudge: judgedByCaller(desk, submitted.entries),
      toJudgeCount: submitted.count,
      mayDefine: canDefineIndicator(caller, org.path),
    }
  },
})
