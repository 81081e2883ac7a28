import type { SourceInput, Table } from '@/domain/export'

/** Seats of one organisation whose people are still to be named. */
export interface SeatList {
  readonly orgName: string
  /** Names of what is above it. */
  readonly above: string
  readonly seats: readonly number[]
  /** Of these, those of mobile members. */
  readonly mobile: readonly number[]
}

/** What a view says, from one look at the index: all sheets agree with each other. */
export interface Gathered {
  readonly tables: readonly Table[]
  /** A last sheet with a row for each person; null: none, or whoever asked may not see names. */
  readonly people: { readonly name: string; readonly lists: readonly SeatList[] } | null
  readonly source: Pick<SourceInput, 'records' | 'entries' | 'absent'>
}
