import { buildReport as contract } from '@/contracts/report'
import { metric } from '@/domain/metrics'
import { canReport } from '@/domain/people'
import { composeAnnex, lintReport } from '@/domain/report'
import { secretPath, storeFile } from '../_data/files'
import { organisationById } from '../_data/organisations'
import { saveReport } from '../_data/reports'
import { implement } from '../_kit/action'
import { draftReport } from './draft-report'
import { renderDocx } from './render-docx'

/** Writes the report as a Word file. One draft of each organisation and period: repeating it replaces file and record. */
export const buildReport = implement(contract, {
  alongside: ({ orgId }) => ({ org: organisationById(orgId) }),
  allow: ({ caller, found: { org }, refuse }) => canReport(caller, org[0]?.path ?? refuse('NOT_FOUND')),
  async handle({ caller, found: { org }, input, now, refuse }) {
    const draft = await draftReport(org[0] ?? refuse('NOT_FOUND'), input, now)
    const { orgId, from, to, document, figures } = draft
    const problems = lintReport(document, figures)
    // a report that contradicts itself is a fault of ours: it is logged, and nothing wrong is put on a table
    if (problems.length > 0) refuse('INTERNAL', problems.map(({ rule, detail }) => `${rule}: ${detail}`).join('; '))
    const content = renderDocx(document, composeAnnex(figures, metric), now)
    const path = await secretPath('reports', `${orgId}/${from}_${to}`, `${from}_${to}.docx`)
    const { fileId, url } = await storeFile(path, content)
    await saveReport({ orgId, from, to, asOf: now, builtAt: now, builtBy: caller.person._id, fileId, figures })
    const fileName = `${document.title}（${from}至${to}）.docx`
    return { ...draft, fileId, fileName, url, bytes: content.length }
  },
})
