import { reviewReport as contract } from '@/contracts/report'
import { canReviewReport } from '@/domain/people'
import { implement } from '../_kit/action'
import { versionAlongside } from './alongside'
import { composeContent, fingerprintOfText } from './report-text'
import { stepped, takeStep } from './take-step'

/** Accepts what somebody else wrote, or returns it with words. */
export const reviewReport = implement(contract, {
  alongside: versionAlongside,
  allow: ({ caller, found: { org }, refuse }) => canReviewReport(caller, org[0]?.path ?? refuse('NOT_FOUND')),
  handle: (context) => {
    const { input } = context
    return takeStep(input.accept ? 'accept' : 'return', context, context.found, (taken) =>
      input.accept
        ? {
            state: 'reviewed',
            reviewer: taken.by,
            reviewed: fingerprintOfText(composeContent(taken.org, taken.report)),
            ...stepped(taken, 'accept'),
          }
        : { state: 'draft', reviewer: null, ...stepped(taken, 'return', input.words) },
    )
  },
})
