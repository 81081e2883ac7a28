export type { Cell } from './cells'
export { type Column, type Sheet, writeWorkbook } from './workbook'
