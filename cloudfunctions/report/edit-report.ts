import { caseSentences } from '@/contracts/errors'
import { editReport as contract } from '@/contracts/report'
import { canReport } from '@/domain/people'
import { editsAfter } from '@/domain/report'
import { implement } from '../_kit/action'
import { versionAlongside } from './alongside'
import { composeContent, lookUp } from './report-text'
import { takeStep, withWriter } from './take-step'

const MOST_EDITS = 100

/** Changes one sentence of a draft. */
export const editReport = implement(contract, {
  alongside: versionAlongside,
  allow: ({ caller, found: { org }, refuse }) => canReport(caller, org[0]?.path ?? refuse('NOT_FOUND')),
  handle: (context) =>
    takeStep('edit', context, context.found, (taken) => {
      const { org, report, by, now } = taken
      const edits = editsAfter(report.edits, context.input.edit, {
        plain: composeContent(org, { ...report, edits: [] }).document,
        current: composeContent(org, report).document,
        figures: report.figures,
        metric: lookUp(report.indicators),
        by,
        at: now,
      })
      if (edits === null) return context.refuse('NOT_FOUND')
      if (edits.length > MOST_EDITS) return context.refuse('TOO_MUCH', 'edits', caseSentences.reportFull.say)
      return { edits: [...edits], ...withWriter(taken) }
    }),
})
