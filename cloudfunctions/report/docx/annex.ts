import { Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlignTable, WidthType } from 'docx'
import type { Annex, AnnexRow } from '@/domain/report'
import { blankLine, lineOf } from './body'
import { font, size, style, textWidth } from './form'

export const ANNEX_TITLE = '指标一览'

/** Columns, their shares of the text block's width, and the lines of a cell. */
const columns = [
  { heading: '指标和代码', share: 0.34, lines: (row: AnnexRow) => [row.name, row.code] },
  { heading: '数值', share: 0.2, lines: ({ value, division }: AnnexRow) => (division ? [value, division] : [value]) },
  { heading: '口径', share: 0.46, lines: (row: AnnexRow) => [row.definition] },
]
const widths = columns.map(({ share }) => Math.floor(share * textWidth))

const tableRow = (cells: readonly string[][], isHead: boolean): TableRow =>
  new TableRow({
    tableHeader: isHead,
    cantSplit: true,
    children: cells.map(
      (lines, i) =>
        new TableCell({
          width: { size: widths[i] ?? 0, type: WidthType.DXA },
          margins: { top: 40, bottom: 40, left: 80, right: 80 },
          verticalAlign: VerticalAlignTable.CENTER,
          children: lines.map((text) => lineOf(isHead ? style.tableHead : style.table, text)),
        }),
    ),
  })

/** 附件 on a page of its own: every figure with its exact value and definition; those without a source are named in the text. */
export function annexBlocks({ rows, missing }: Annex): (Paragraph | Table)[] {
  const label = new TextRun({ text: '附件', font: font.heading1, size: size.body })
  const head = columns.map(({ heading }) => [heading])
  const body = rows.map((row) => columns.map(({ lines }) => lines(row)))
  const note = `另有${missing}项指标暂无数据来源，名称见正文。`
  return [
    new Paragraph({ style: style.line, pageBreakBefore: true, children: [label] }),
    blankLine(),
    lineOf(style.title, ANNEX_TITLE),
    blankLine(),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnWidths: widths,
      rows: [tableRow(head, true), ...body.map((cells) => tableRow(cells, false))],
    }),
    lineOf(style.table, missing > 0 ? note : ''),
  ]
}
