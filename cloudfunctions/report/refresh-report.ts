import { refreshReport as contract } from '@/contracts/report'
import { canReport } from '@/domain/people'
import { dropInputs, keepInputs } from '../_data/reports'
import { implement } from '../_kit/action'
import { versionAlongside } from './alongside'
import { computeReport } from './compute-report'
import { takeStep } from './take-step'

/** Computes a draft's figures anew; what people wrote lies over them as before. */
export const refreshReport = implement(contract, {
  alongside: versionAlongside,
  allow: ({ caller, found: { org }, refuse }) => canReport(caller, org[0]?.path ?? refuse('NOT_FOUND')),
  async handle(context) {
    const view = await takeStep('refresh', context, context.found, async ({ org, report, now }) => {
      const { inputs, ...computed } = await computeReport(org, report, now)
      await keepInputs(report._id, computed.asOf, inputs)
      return computed
    })
    // what the figures before these were computed from is of no use any more
    const [report] = context.found.report
    if (report) await dropInputs(report._id, Math.min(view.asOf, context.now))
    return view
  },
})
