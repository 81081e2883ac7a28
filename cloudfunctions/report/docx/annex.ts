import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Annex, AnnexRow } from '@/domain/report'
import { blankLine, font, size, textWidth } from './form'

export const ANNEX_TITLE = '指标一览'

/** Columns and their shares of the text block's width. */
const columns = [
  { heading: '指标', share: 0.22, cell: (row: AnnexRow) => row.name },
  { heading: '数值', share: 0.17, cell: (row: AnnexRow) => row.value },
  { heading: '单位', share: 0.08, cell: (row: AnnexRow) => row.unit },
  { heading: '口径', share: 0.33, cell: (row: AnnexRow) => row.definition },
  { heading: '代码', share: 0.2, cell: (row: AnnexRow) => row.code },
]
const widths = columns.map(({ share }) => Math.floor(share * textWidth))

function cell(text: string, width: number, heading: boolean): TableCell {
  const run = heading ? new TextRun({ text, font: font.heading1, size: size.table }) : new TextRun(text)
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      new Paragraph({
        style: 'ReportTable',
        alignment: heading ? AlignmentType.CENTER : AlignmentType.LEFT,
        children: [run],
      }),
    ],
  })
}

const row = (texts: readonly string[], heading: boolean): TableRow =>
  new TableRow({
    tableHeader: heading,
    cantSplit: true,
    children: texts.map((text, i) => cell(text, widths[i] ?? 0, heading)),
  })

/** 附件 on a page of its own: every figure with its exact value and definition, then the names of those without a source. */
export function annexBlocks({ rows, missing }: Annex): (Paragraph | Table)[] {
  const label = new TextRun({ text: '附件', font: font.heading1, size: size.body })
  const named = `暂无数据来源的指标（${missing.length}项）：${missing.join('、')}。`
  return [
    new Paragraph({ ...blankLine, pageBreakBefore: true, children: [label] }),
    new Paragraph(blankLine),
    new Paragraph({ style: 'ReportTitle', children: [new TextRun(ANNEX_TITLE)] }),
    new Paragraph(blankLine),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: widths.reduce((sum, w) => sum + w, 0), type: WidthType.DXA },
      columnWidths: widths,
      rows: [
        row(
          columns.map(({ heading }) => heading),
          true,
        ),
        ...rows.map((one) =>
          row(
            columns.map(({ cell: textOf }) => textOf(one)),
            false,
          ),
        ),
      ],
    }),
    new Paragraph({
      style: 'ReportTable',
      spacing: { before: 160 },
      children: missing.length > 0 ? [new TextRun(named)] : [],
    }),
  ]
}
