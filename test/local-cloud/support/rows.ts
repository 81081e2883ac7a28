import type { ProbeCloud } from '../wire/probe'

/** One line of the table in docs/local-cloud.md: an operation or operator of the SDK, and the proof of its state. */
export interface SupportRow {
  /** A few words; rows of one area stand together. */
  area: string
  /** As a caller writes or reads it: `_.gt`, `$lookup`, `runTransaction`. */
  name: string
  state: 'supported' | 'refused'
  /** What a caller should know beyond the name. Markdown, one line. */
  note?: string
  /**
   * Drives the real SDK and asserts hand-worked values; for a refusal, that it is loud and by name. The collections of
   * the fixture database are empty when it begins.
   */
  prove(cloud: ProbeCloud): Promise<void>
}

export const beginMark = '<!-- support table: made by test/local-cloud/wire/support.test.ts -->'
export const endMark = '<!-- end of the support table -->'

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

const code = (name: string) => (/^[$_.\w]+$|[()]/.test(name) ? `\`${name}\`` : name)

/** The table as it stands in the document, one line a row, areas in the order of their first row. */
export const renderTable = (rows: readonly SupportRow[]): string => {
  const areas = [...new Set(rows.map(({ area }) => area))]
  const lines = areas.flatMap((area) =>
    rows
      .filter((row) => row.area === area)
      .map(({ name, state, note = '' }) => `| ${cell(area)} | ${cell(code(name))} | ${state} | ${cell(note)} |`),
  )
  return ['| area | operation or operator | state | note |', '|---|---|---|---|', ...lines].join('\n')
}

/** Puts the table between the marks of a document; throws where they are missing. */
export const withTable = (document: string, table: string): string => {
  const [begin, end] = [document.indexOf(beginMark), document.indexOf(endMark)]
  if (begin < 0 || end < begin) throw new Error(`docs/local-cloud.md needs the marks ${beginMark} and ${endMark}`)
  return `${document.slice(0, begin + beginMark.length)}\n${table}\n${document.slice(end)}`
}
