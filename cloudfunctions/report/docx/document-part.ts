import type { ReportDocument } from '@/contracts/report'
import type { Annex } from '@/domain/report'
import { ANNEX_TITLE, annexBlocks } from './annex'
import { annexNote, blockParagraphs, signatureParagraphs, titleParagraphs } from './body'
import { CHAR_SPACE, LINE_PITCH, page } from './form'
import type { Mark } from './mark'
import { element, namespaces, part } from './xml'

/** Relations of the document to its footers and, of a draft, its headers. */
export const footerRelations = { odd: 'rIdOdd', even: 'rIdEven' }
export const headerRelations = { odd: 'rIdHeadOdd', even: 'rIdHeadEven' }

const { margin } = page
const headers = [
  element('w:headerReference', { 'w:type': 'default', 'r:id': headerRelations.odd }),
  element('w:headerReference', { 'w:type': 'even', 'r:id': headerRelations.even }),
]
const sectionProperties = (mark: Mark) =>
  element(
    'w:sectPr',
    {},
    ...(mark.draft ? headers : []),
    element('w:footerReference', { 'w:type': 'default', 'r:id': footerRelations.odd }),
    element('w:footerReference', { 'w:type': 'even', 'r:id': footerRelations.even }),
    element('w:pgSz', { 'w:w': page.width, 'w:h': page.height }),
    element('w:pgMar', {
      'w:top': margin.top,
      'w:right': margin.right,
      'w:bottom': margin.bottom,
      'w:left': margin.left,
      'w:header': margin.header,
      'w:footer': margin.footer,
      'w:gutter': 0,
    }),
    element('w:docGrid', { 'w:type': 'linesAndChars', 'w:linePitch': LINE_PITCH, 'w:charSpace': CHAR_SPACE }),
  )

/** word/document.xml: title, text, 附件说明, signature and day, then the annex. */
export const documentPart = (report: ReportDocument, annex: Annex, mark: Mark) =>
  part(
    'word/document.xml',
    element(
      'w:document',
      namespaces,
      element(
        'w:body',
        {},
        ...titleParagraphs(report.title),
        ...blockParagraphs(report.blocks),
        ...annexNote(ANNEX_TITLE),
        ...signatureParagraphs(report),
        ...annexBlocks(annex, mark.lines),
        sectionProperties(mark),
      ),
    ),
  )
