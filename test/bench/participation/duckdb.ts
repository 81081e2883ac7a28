import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import type { Happening } from './county'

/** The same facts in DuckDB, an in-process column store, in the layout that suits it: narrow columns, in the order of days. */
export interface Peer {
  /** Rows of a query as plain values. */
  rows(sql: string): Promise<readonly (readonly number[])[]>
  close(): void
}

const kinds = ['quiz', 'lesson', 'themeday']

export interface Branch {
  readonly unit: number
  readonly branch: number
}

export async function openPeer(
  year: readonly Happening[],
  members: readonly number[],
  isMobile: (seat: number) => boolean,
  branchOf: (seat: number) => Branch,
): Promise<Peer> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' })
  const connection = await instance.connect()
  await connection.run(`
    CREATE TABLE facts (kind TINYINT, activity INTEGER, seat INTEGER, unit SMALLINT, branch SMALLINT, day SMALLINT, mobile BOOLEAN);
    CREATE TABLE members (seat INTEGER)`)
  await load(connection, year, isMobile, branchOf)
  const appender = await connection.createAppender('members')
  for (const seat of members) {
    appender.appendInteger(seat)
    appender.endRow()
  }
  appender.closeSync()
  return {
    rows: async (sql) => (await (await connection.runAndReadAll(sql)).getRows()).map((row) => row.map(Number)),
    close: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

async function load(
  connection: DuckDBConnection,
  year: readonly Happening[],
  isMobile: (seat: number) => boolean,
  branchOf: (seat: number) => Branch,
): Promise<void> {
  const appender = await connection.createAppender('facts')
  const activities = new Map<string, number>()
  for (const { kind, activityId, day, seats } of [...year].sort((a, b) => a.day - b.day)) {
    const activity = activities.get(activityId) ?? activities.size
    activities.set(activityId, activity)
    for (const seat of seats) {
      const { unit, branch } = branchOf(seat)
      appender.appendTinyInt(kinds.indexOf(kind))
      appender.appendInteger(activity)
      appender.appendInteger(seat)
      appender.appendSmallInt(unit)
      appender.appendSmallInt(branch)
      appender.appendSmallInt(day)
      appender.appendBoolean(isMobile(seat))
      appender.endRow()
    }
  }
  appender.closeSync()
}

/** The five questions in SQL; days are indices. */
export const sql = {
  byUnit: (kind: string, { from, to }: { from: number; to: number }, mobile = false) =>
    `SELECT unit, count(DISTINCT seat), count(*) FROM facts
     WHERE kind = ${kinds.indexOf(kind)} AND day BETWEEN ${from} AND ${to}${mobile ? ' AND mobile' : ''} GROUP BY unit ORDER BY unit`,
  oneBranch: (kind: string, { from, to }: { from: number; to: number }, branch: number) =>
    `SELECT count(DISTINCT seat), count(*) FROM facts
     WHERE kind = ${kinds.indexOf(kind)} AND day BETWEEN ${from} AND ${to} AND branch = ${branch}`,
  missing: (kind: string, { from, to }: { from: number; to: number }) =>
    `SELECT seat FROM members WHERE seat NOT IN
     (SELECT seat FROM facts WHERE kind = ${kinds.indexOf(kind)} AND day BETWEEN ${from} AND ${to}) ORDER BY seat`,
}
