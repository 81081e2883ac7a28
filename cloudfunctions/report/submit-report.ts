import { submitReport as contract } from '@/contracts/report'
import { canReport } from '@/domain/people'
import { isFaulty } from '@/domain/report'
import { implement } from '../_kit/action'
import { versionAlongside } from './alongside'
import { composeContent } from './report-text'
import { stepped, takeStep, withWriter } from './take-step'
import { problemsOf } from './view'

/** Hands a draft over for review, or takes that back. */
export const submitReport = implement(contract, {
  alongside: versionAlongside,
  allow: ({ caller, found: { org }, refuse }) => canReport(caller, org[0]?.path ?? refuse('NOT_FOUND')),
  handle: (context) => {
    const { recall } = context.input
    return takeStep(recall ? 'recall' : 'submit', context, context.found, (taken) => {
      if (recall) return { state: 'draft', ...stepped(taken, 'recall') }
      const problems = problemsOf(composeContent(taken.org, taken.report))
      if (isFaulty(problems)) return context.refuse('REPORT_FAULTY', problems.map(({ rule }) => rule).join())
      return { state: 'submitted', reviewer: null, ...stepped(taken, 'submit'), ...withWriter(taken) }
    })
  },
})
