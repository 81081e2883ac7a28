import type { ReportDocument } from '@/contracts/report'
import type { Annex } from '@/domain/report'
import { documentPart } from './docx/document-part'
import { fontTablePart } from './docx/font-table'
import { packageParts } from './docx/package-parts'
import { evenFooter, oddFooter } from './docx/page-number'
import { propertiesParts } from './docx/properties'
import { settingsPart } from './docx/settings'
import { stylesPart } from './docx/styles'
import { zip } from './docx/zip'

/**
 * The report as a Word file in the form of an official document (GB/T 9704-2012). The same report is the same file, byte by byte.
 * @param asOf the state of the data (epoch ms), kept as the file's date of creation
 */
export const renderDocx = (report: ReportDocument, annex: Annex, asOf: number): Buffer =>
  zip([
    ...packageParts,
    documentPart(report, annex),
    stylesPart,
    settingsPart,
    fontTablePart,
    oddFooter,
    evenFooter,
    ...propertiesParts(report.title, asOf),
  ])
