import { buildReport as contract, type ReportState } from '@/contracts/report'
import { canReport, canSeeNames } from '@/domain/people'
import { composeAnnex, isFaulty, printedInstant, sentencesOf } from '@/domain/report'
import { secretPath, storeFile } from '../_data/files'
import { namesOf } from '../_data/people'
import { recordFile, reportId } from '../_data/reports'
import { implement } from '../_kit/action'
import { writeWorkbook } from '../_office'
import { versionAlongside } from './alongside'
import { annexSheets } from './annex-sheets'
import { computeReport } from './compute-report'
import { renderDocx } from './render-docx'
import { type Content, composeContent, contentOf, namesIn } from './report-text'
import { problemsOf } from './view'

const stateNames: Readonly<Record<ReportState, string>> = {
  draft: '草稿',
  submitted: '草稿（待复核）',
  reviewed: '草稿（待签发）',
  issued: '已签发',
}

/**
 * Writes the report as a file, and afterwards down that it did. A draft's file is replaced when it is written anew; an issued version's has its fingerprint in its path, and is
 * the same whoever writes it again.
 */
export const buildReport = implement(contract, {
  alongside: versionAlongside,
  allow: ({ caller, found: { org }, refuse }) => canReport(caller, org[0]?.path ?? refuse('NOT_FOUND')),
  async handle({ caller, found, input, now, refuse }) {
    const org = found.org[0] ?? refuse('NOT_FOUND')
    const [report] = found.report
    if (!report && input.version !== undefined) return refuse('NOT_FOUND')
    const { orgId, from, to, form } = input
    const content = report
      ? contentOf(org, report)
      : composeContent(org, { from, to, ...(await computeReport(org, input, now)) })
    const state = report?.state ?? 'draft'
    // what was issued is given as it is, whatever rules there are now
    const problems = state === 'issued' ? [] : problemsOf(content)
    if (isFaulty(problems)) return refuse('REPORT_FAULTY', problems.map(({ rule }) => rule).join())
    const version = report?.version ?? 0
    const fingerprint = report?.frozen?.fingerprint ?? null
    const lines = [
      `${version === 0 ? '' : `第${version}版，`}${stateNames[state]}，数据截至${printedInstant(content.asOf)}。`,
      ...(fingerprint ? [`编号：${from}_${to}_${version}`, `指纹（SHA-256）：${fingerprint}`] : []),
    ]
    const bytes =
      form === 'word'
        ? renderDocx(content.document, composeAnnex(content.figures, namesIn(content)), content.asOf, {
            draft: state !== 'issued',
            lines,
          })
        : await writeWorkbook(
            annexSheets(content, lines, canSeeNames(caller, org.path) ? await writersOf(content) : []),
          )
    const extension = form === 'word' ? 'docx' : 'xlsx'
    const id = version === 0 ? `${orgId}.${from}.${to}.0` : reportId({ orgId, from, to }, version)
    const of = fingerprint ?? 'draft'
    const path = await secretPath('reports', `${id}/${form}/${of}`, `${from}_${to}.${extension}`)
    const { fileId, url } = await storeFile(path, bytes)
    const file = { reportId: id, orgId, fileId, bytes: bytes.length, builtAt: now, builtBy: caller.person._id }
    await recordFile({ _id: `${id}.${form}.${of}`, ...file })
    const what = form === 'word' ? '' : '附表'
    const fileName = `${state === 'issued' ? '' : '草稿－'}${content.document.title}${what}（${from}至${to}）.${extension}`
    return { version, state, fileId, fileName, url, bytes: bytes.length }
  },
})

const writersOf = (content: Content) => {
  const writers = content.document.blocks.flatMap((block) =>
    sentencesOf(block).flatMap(({ manual }) => manual?.by ?? []),
  )
  return namesOf([...new Set(writers)])
}
