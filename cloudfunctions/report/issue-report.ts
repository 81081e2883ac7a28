import { caseSentences } from '@/contracts/errors'
import { issueReport as contract } from '@/contracts/report'
import { canReviewReport } from '@/domain/people'
import { isFaulty } from '@/domain/report'
import { dayOf } from '@/domain/time/day'
import { findInputs } from '../_data/reports'
import { implement } from '../_kit/action'
import { versionAlongside } from './alongside'
import { fingerprintOfText, freeze } from './report-text'
import { stepped, takeStep } from './take-step'
import { problemsOf } from './view'

/** Issues what others wrote and reviewed. State and frozen contents are written as one: there is no issued report without them, nor the other way round. */
export const issueReport = implement(contract, {
  alongside: versionAlongside,
  allow: ({ caller, found: { org }, refuse }) => canReviewReport(caller, org[0]?.path ?? refuse('NOT_FOUND')),
  handle: (context) =>
    takeStep('issue', context, context.found, async (taken) => {
      const { org, report, now } = taken
      const { steps } = stepped(taken, 'issue')
      const inputs = await findInputs(report._id, report.asOf)
      const { json, fingerprint, content } = freeze(org, report, steps, dayOf(now), inputs?.data ?? null)
      // a release came in between, or the organisation was renamed: nobody has reviewed what it says now
      if (report.reviewed !== fingerprintOfText(content)) {
        return context.refuse('CHANGED_MEANWHILE', 'reviewed', caseSentences.reviewedOther.say)
      }
      // a new release may know rules that it did not keep when it was submitted
      if (isFaulty(problemsOf(content))) return context.refuse('REPORT_FAULTY')
      return { state: 'issued', steps, frozen: { json, fingerprint } }
    }),
})
