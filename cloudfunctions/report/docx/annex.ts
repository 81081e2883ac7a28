import type { Annex, AnnexRow } from '@/domain/report'
import { style, textWidth } from './form'
import { paragraph } from './paragraph'
import { element, value } from './xml'

export const ANNEX_TITLE = '指标一览'

/** Columns, their shares of the text block's width, and the lines of a cell. */
const columns = [
  { heading: '指标和代码', share: 0.34, lines: (row: AnnexRow) => [row.name, row.code] },
  {
    heading: '数值',
    share: 0.2,
    lines: (row: AnnexRow) => (row.division ? [row.value, row.division] : [row.value]),
  },
  { heading: '口径', share: 0.46, lines: (row: AnnexRow) => [row.definition] },
]
const widths = columns.map(({ share }) => Math.floor(share * textWidth))
const tableWidth = widths.reduce((sum, width) => sum + width, 0)

const twips = (name: string, width: number) => element(name, { 'w:w': width, 'w:type': 'dxa' })
const border = (name: string) => element(name, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': 'auto' })

const tableProperties = element(
  'w:tblPr',
  {},
  twips('w:tblW', tableWidth),
  element(
    'w:tblBorders',
    {},
    ...['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((at) => border(`w:${at}`)),
  ),
  element('w:tblLayout', { 'w:type': 'fixed' }),
  element(
    'w:tblCellMar',
    {},
    ...[twips('w:top', 40), twips('w:left', 80), twips('w:bottom', 40), twips('w:right', 80)],
  ),
)
const grid = element('w:tblGrid', {}, ...widths.map((width) => element('w:gridCol', { 'w:w': width })))

/** A row is not torn by a page's end; the head is repeated on each page. */
const tableRow = (cells: readonly (readonly string[])[], isHead: boolean): string =>
  element(
    'w:tr',
    {},
    element('w:trPr', {}, element('w:cantSplit'), isHead ? element('w:tblHeader') : ''),
    ...cells.map((lines, i) =>
      element(
        'w:tc',
        {},
        element('w:tcPr', {}, twips('w:tcW', widths[i] ?? 0), value('w:vAlign', 'center')),
        ...lines.map((line) => paragraph(isHead ? style.tableHead : style.table, line)),
      ),
    ),
  )

/**
 * 附件 on a page of its own: every figure with its exact value and definition; those without a source are named in the text.
 * @param lines what the copy says of itself, at the end
 */
export function annexBlocks({ rows, missing }: Annex, lines: readonly string[]): string[] {
  const head = columns.map(({ heading }) => [heading])
  const body = rows.map((row) => columns.map(({ lines }) => lines(row)))
  const note = missing > 0 ? `另有${missing}项指标暂无数据来源，名称见正文。` : ''
  return [
    paragraph(style.annexLabel, '附件', { pageBreakBefore: true }),
    paragraph(style.line, ''),
    paragraph(style.title, ANNEX_TITLE),
    paragraph(style.line, ''),
    element('w:tbl', {}, tableProperties, grid, tableRow(head, true), ...body.map((cells) => tableRow(cells, false))),
    ...[note, ...lines].map((line) => paragraph(style.table, line)),
  ]
}
