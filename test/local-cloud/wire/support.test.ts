import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SupportRow } from '../support/rows'
import { renderTable, withTable } from '../support/rows'
import type { ProbeCloud } from './probe'
import { startProbe } from './probe'

const folder = path.resolve(import.meta.dirname, '../support')
const document = path.resolve(import.meta.dirname, '../../../docs/local-cloud.md')

/** Areas in the order of the table; files that are not named here come after them by name. */
const order = ['reads', 'filters', 'writes', 'updates', 'stages', 'groups', 'expressions', 'transactions']
const place = (file: string) => {
  const at = order.indexOf(file.replace(/-.*|\.ts$/g, ''))
  return at < 0 ? order.length : at
}

const files = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && file !== 'rows.ts')
  .sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
const all: SupportRow[] = []
for (const file of files) {
  const { rows } = (await import(path.join(folder, file))) as { rows?: SupportRow[] }
  // A file without rows is a helper of its neighbours.
  if (rows) all.push(...rows)
}

describe('the support table', () => {
  let cloud: ProbeCloud
  beforeAll(async () => {
    cloud = await startProbe()
  })
  afterAll(() => cloud?.stop())
  beforeEach(async () => {
    await cloud.value(`for (const c of ['things', 'owners', 'plain']) await db.collection(c).where({}).remove()`)
  })

  it.each(all.map((row) => [`${row.area}: ${row.name}`, row.state, row] as const))('%s is %s', async (_, __, row) => {
    await row.prove(cloud)
  })
})

describe('docs/local-cloud.md', () => {
  it('names every operation once', () => {
    const names = all.map(({ area, name }) => `${area}: ${name}`)
    expect(names.filter((name, i) => names.indexOf(name) < i)).toEqual([])
  })

  // UPDATE_DOCS=1 writes the table anew.
  it('holds the table that the rows make', () => {
    const text = readFileSync(document, 'utf8')
    const wanted = withTable(text, renderTable(all))
    if (process.env.UPDATE_DOCS === '1') writeFileSync(document, wanted)
    else expect(text).toBe(wanted)
  })
})
