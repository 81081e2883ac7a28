import type { ReportDocument } from '@/contracts/report'
import type { Annex } from '@/domain/report'
import { documentPart } from './docx/document-part'
import { draftHeads } from './docx/draft-head'
import { fontTablePart } from './docx/font-table'
import type { Mark } from './docx/mark'
import { packageParts } from './docx/package-parts'
import { evenFooter, oddFooter } from './docx/page-number'
import { propertiesParts } from './docx/properties'
import { settingsPart } from './docx/settings'
import { stylesPart } from './docx/styles'
import { zip } from './docx/zip'

const unmarked: Mark = { draft: false, lines: [] }

/**
 * The report as a Word file in the form of an official document (GB/T 9704-2012). The same report is the same file, byte by byte.
 * @param asOf the state of the data (epoch ms), kept as the file's date of creation
 */
export const renderDocx = (report: ReportDocument, annex: Annex, asOf: number, mark = unmarked): Buffer =>
  zip([
    ...packageParts(mark.draft),
    documentPart(report, annex, mark),
    stylesPart,
    settingsPart,
    fontTablePart,
    oddFooter,
    evenFooter,
    ...(mark.draft ? draftHeads : []),
    ...propertiesParts(report.title, asOf),
  ])
