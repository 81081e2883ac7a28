import { Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlignTable, WidthType } from 'docx'
import type { Annex, AnnexRow } from '@/domain/report'
import { blankLine, lineOf } from './body'
import { font, size, style, textWidth } from './form'

export const ANNEX_TITLE = '指标一览'

/** Columns and their shares of the text block's width. */
const columns = [
  { heading: '指标', share: 0.2, cell: (row: AnnexRow) => row.name },
  { heading: '数值', share: 0.16, cell: (row: AnnexRow) => row.value },
  { heading: '单位', share: 0.08, cell: (row: AnnexRow) => row.unit },
  { heading: '口径', share: 0.34, cell: (row: AnnexRow) => row.definition },
  { heading: '代码', share: 0.22, cell: (row: AnnexRow) => row.code },
]
const widths = columns.map(({ share }) => Math.floor(share * textWidth))

const tableRow = (texts: readonly string[], isHead: boolean): TableRow =>
  new TableRow({
    tableHeader: isHead,
    cantSplit: true,
    children: texts.map(
      (text, i) =>
        new TableCell({
          width: { size: widths[i] ?? 0, type: WidthType.DXA },
          margins: { top: 40, bottom: 40, left: 80, right: 80 },
          verticalAlign: VerticalAlignTable.CENTER,
          children: [lineOf(isHead ? style.tableHead : style.table, text)],
        }),
    ),
  })

/** 附件 on a page of its own: every figure with its exact value and definition, then the names of those without a source. */
export function annexBlocks({ rows, missing }: Annex): (Paragraph | Table)[] {
  const label = new TextRun({ text: '附件', font: font.heading1, size: size.body })
  return [
    new Paragraph({ style: style.line, pageBreakBefore: true, children: [label] }),
    blankLine(),
    lineOf(style.title, ANNEX_TITLE),
    blankLine(),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnWidths: widths,
      rows: [
        tableRow(
          columns.map(({ heading }) => heading),
          true,
        ),
        ...rows.map((row) =>
          tableRow(
            columns.map(({ cell }) => cell(row)),
            false,
          ),
        ),
      ],
    }),
    ...(missing.length > 0 ? [missingNote(missing)] : []),
  ]
}

const missingNote = (names: readonly string[]): Paragraph =>
  new Paragraph({
    style: style.table,
    spacing: { before: 160 },
    children: [new TextRun(`暂无数据来源的指标（${names.length}项）：${names.join('、')}。`)],
  })
