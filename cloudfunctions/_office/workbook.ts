import writeExcelFile, { type Cell as ExcelCell, type Sheet as ExcelSheet } from 'write-excel-file/node'
import { type Cell, cellText, sheetName, widthOf } from './cells'
import { undated } from './undated'

export interface Column {
  readonly title: string
  /** Long texts: broken into lines within a column of 48 half characters. */
  readonly wraps?: true
}

/** A table: a heading, which stays in sight, and rows below it. A row may be shorter than the heading. */
export interface Sheet {
  readonly name: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
  /** Columns that stay in sight too, from the left; 1 unless told. */
  readonly frozenColumns?: number
}

const HEADING = {
  type: String,
  fontWeight: 'bold',
  backgroundColor: '#F3ECE4',
  wrap: true,
  alignVertical: 'center',
  align: 'center',
} as const
const NARROWEST = 8
const WIDEST = 48
/** Room beside the text. */
const MARGIN = 2

/** Numbers have their thousands separated; percentages two decimals, so that 99.96 % is not shown as 100 %. */
const WHOLE = '#,##0'
const DECIMAL = '#,##0.##'
const PERCENT = '0.00%'

function excelCell(cell: Cell | undefined, wraps: boolean): ExcelCell {
  if (cell === null || cell === undefined || cell === '') return null
  if (typeof cell === 'string') {
    const value = cellText(cell)
    if (value === '') return null
    return wraps ? { type: String, value, wrap: true, alignVertical: 'top' } : { type: String, value }
  }
  const isPercent = typeof cell === 'object'
  const value = isPercent ? cell.percent : cell
  if (!Number.isFinite(value)) return null
  return { type: Number, value, format: isPercent ? PERCENT : Number.isInteger(value) ? WHOLE : DECIMAL }
}

const shownWidth = (cell: Cell | undefined): number => {
  if (cell === null || cell === undefined) return 0
  if (typeof cell === 'string') return widthOf(cell)
  if (typeof cell === 'object') return PERCENT.length + 2
  const digits = String(Math.abs(Math.round(cell))).length
  return digits + Math.floor((digits - 1) / 3) + (Number.isInteger(cell) ? 0 : 3)
}

/** A longer heading stands on two lines. */
const ONE_LINE = 16
const isLong = ({ title }: Column): boolean => widthOf(title) > ONE_LINE
const headingWidth = (column: Column): number => Math.ceil(widthOf(column.title) / (isLong(column) ? 2 : 1))
/** Of the heading, in points. */
const [LOW, HIGH] = [22, 38]

function columnWidth(column: Column, place: number, rows: Sheet['rows']): number {
  let widest = Math.max(NARROWEST, headingWidth(column))
  for (const row of rows) {
    widest = Math.max(widest, shownWidth(row[place]))
    if (widest >= WIDEST) break
  }
  return Math.min(widest, WIDEST) + MARGIN
}

/**
 * An .xlsx file: the sheets in their order, each with its heading frozen. The same sheets are the same bytes. Throws RangeError without a sheet, or when a sheet has
 * more rows than Excel knows (1,048,576).
 */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Buffer> {
  if (sheets.length === 0) throw new RangeError('a workbook has at least one sheet')
  const names = new Set<string>()
  const excelSheets = sheets.map(({ name, columns, rows, frozenColumns = 1 }): ExcelSheet<never> => {
    if (rows.length >= 1_048_576) throw new RangeError(`${rows.length} rows are more than a sheet has`)
    const sheet = sheetName(name, names)
    names.add(sheet.toLowerCase())
    return {
      sheet,
      columns: columns.map((column, place) => ({ width: columnWidth(column, place, rows) })),
      stickyRowsCount: 1,
      stickyColumnsCount: frozenColumns,
      data: [
        columns.map(({ title }) => ({ ...HEADING, height: columns.some(isLong) ? HIGH : LOW, value: cellText(title) })),
        ...rows.map((row) => columns.map(({ wraps }, place) => excelCell(row[place], wraps ?? false))),
      ],
    } as ExcelSheet<never>
  })
  return undated(await writeExcelFile(excelSheets, { fontFamily: '宋体', fontSize: 11 }).toBuffer())
}
