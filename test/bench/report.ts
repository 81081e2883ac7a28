import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import path from 'node:path'

/** A table of figures: the first column names the row. */
export interface Section {
  readonly title: string
  readonly notes?: readonly string[]
  readonly rows: readonly Record<string, string | number>[]
}

const file = path.resolve(import.meta.dirname, '../../docs/benchmarks.md')

const cell = (value: unknown): string => String(value ?? '').replaceAll('|', '\\|')

function markdown({ title, notes = [], rows }: Section): string {
  const columns = Object.keys(rows[0] ?? {})
  const line = (cells: readonly unknown[]) => `| ${cells.map(cell).join(' | ')} |`
  const table = [
    line(columns),
    `|${columns.map(() => '---').join('|')}|`,
    ...rows.map((row) => line(columns.map((c) => row[c]))),
  ]
  return [`### ${title}`, '', ...notes.flatMap((note) => [note, '']), ...table, ''].join('\n')
}

/** Where and when, as every table needs it; the load tells how far times can be believed. */
export function machine(): string {
  const [cpu] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  const load = (loadavg()[2] ?? 0).toFixed(1)
  const what = `${cpus().length} × ${cpu?.model ?? 'unknown processor'}, ${memory} GB, Node ${process.version}`
  return `${what}, ${new Date().toISOString().slice(0, 10)}; load over the last 15 minutes ${load}`
}

/** Prints sections; with UPDATE_DOCS=1 they replace what stands between a part's marks in docs/benchmarks.md. */
export function report(part: string, sections: readonly Section[]): void {
  for (const { title, notes = [], rows } of sections) {
    console.log([title, ...notes].join('\n'))
    console.table(rows)
  }
  if (process.env.UPDATE_DOCS !== '1') return
  const [begin, end] = [`<!-- ${part}: begin -->`, `<!-- ${part}: end -->`]
  const text = readFileSync(file, 'utf8')
  const from = text.indexOf(begin)
  const to = text.indexOf(end)
  if (from < 0 || to < from) throw new Error(`docs/benchmarks.md has no place for ${part}`)
  const body = [`${begin}`, `Measured on ${machine()}.`, '', ...sections.map(markdown)].join('\n')
  writeFileSync(file, text.slice(0, from) + body + text.slice(to))
}
