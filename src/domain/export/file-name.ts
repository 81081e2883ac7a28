import type { Slice } from '@/contracts/stats'
import { sliceWords } from '../metrics/slice-name'

export interface Titled {
  readonly orgName: string
  /** 参与统计. */
  readonly what: string
  readonly from: string
  readonly to: string
  readonly slice: Slice
}

const isWhole = (slice: Slice): boolean => Object.keys(slice).length === 0
const LONGEST_NAME = 60

/** What a file is, in a line: 示例县参与统计. */
export const exportTitle = ({ orgName, what, slice }: Titled): string =>
  `${orgName}${what}${isWhole(slice) ? '' : `（${sliceWords(slice)}）`}`

/** The file's name as people see it, with what no system takes in a name left out: 示例县参与统计（2026-11-01至2026-11-30）.xlsx. */
export function exportFileName(titled: Titled): string {
  const title = exportTitle(titled)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out
    .replace(/[\u0000-\u001f\\/:*?"<>|]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return `${[...title].slice(0, LONGEST_NAME).join('')}（${titled.from}至${titled.to}）.xlsx`
}
