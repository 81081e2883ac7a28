/** What stands in a cell: text, a number, a fraction that is shown as a percentage, or nothing, which is not 0. */
export type Cell = string | number | { readonly percent: number } | null

export interface Column {
  readonly title: string
  /** Long texts: broken into lines. */
  readonly wraps?: true
}

/** A sheet of a file: a heading and what is below it. */
export interface Table {
  readonly name: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
  readonly frozenColumns?: number
}

export const columns = (...titles: readonly string[]): Column[] => titles.map((title) => ({ title }))
