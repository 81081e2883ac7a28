import { Document, DocumentGridType, Packer } from 'docx'
import type { ReportDocument } from '@/contracts/report'
import type { Annex } from '@/domain/report'
import { ANNEX_TITLE, annexBlocks } from './docx/annex'
import { annexNote, blockParagraphs, signatureParagraphs, titleParagraphs } from './docx/body'
import { coreProperties } from './docx/core-properties'
import { fontTable } from './docx/font-table'
import { CHAR_SPACE, LINE_PITCH, page } from './docx/form'
import { pageNumbers } from './docx/page-number'
import { stylesPart } from './docx/styles'

/**
 * The report as a Word file in the form of an official document (GB/T 9704-2012).
 * @param asOf the state of the data (epoch ms), kept as the file's date of creation
 */
export function renderDocx(report: ReportDocument, annex: Annex, asOf: number): Promise<Buffer> {
  const document = new Document({
    evenAndOddHeaderAndFooters: true,
    compatabilityModeVersion: 15,
    sections: [
      {
        properties: {
          page,
          grid: { type: DocumentGridType.LINES_AND_CHARS, linePitch: LINE_PITCH, charSpace: CHAR_SPACE },
        },
        footers: pageNumbers(),
        children: [
          ...titleParagraphs(report.title),
          ...blockParagraphs(report.blocks),
          ...annexNote(ANNEX_TITLE),
          ...signatureParagraphs(report),
          ...annexBlocks(annex),
        ],
      },
    ],
  })
  return Packer.toBuffer(document, undefined, [stylesPart, fontTable, coreProperties(report.title, asOf)])
}
